/** Small frequent words that tell English from French, folded. */
import { wordSet } from './word-set.ts';

export const ENGLISH_WORDS = wordSet(
  `the of and to in is you that it for on are with as at this be have from or by not but what all were we when your can said there an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see no way could people my than first been call who its now find long down day did get come may part
  phone office email street avenue road drive suite manager director coordinator officer advisor president chair treasurer secretary member members staff directory contact board town city county university college services development team our please north south east west she her he him they cell fax ext web website`,
);

export const FRENCH_WORDS = wordSet(
  `le la les des du de un une et est en que qui dans pour pas sur au aux avec ce il elle sont plus par je vous nous se son sa ses leur mais ou si ne cette ces tout comme fait ete etre avoir votre notre vos nos meme aussi bien sans peut entre apres avant chez deux l d qu n s c j
  tel telephone telec telecopieur telecopie courriel courriels poste bureau rue chemin directeur directrice conseiller conseillere coordonnatrice coordonnateur agente responsable mme ville municipalite universite equipe joindre personnel service loisirs communications ecrire site montreal quebec cell sans frais`,
);
