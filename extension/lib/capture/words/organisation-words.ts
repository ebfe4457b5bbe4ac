/** Words that name organisations, and words that name only a part of one, folded, English and French. */
import { wordSet } from './word-set.ts';

/** The last word of the core of an English phrase: "Harbour Lights Mission". */
const ENGLISH = wordSet(
  `roundtable academy agency airport alliance archives arena association associates assembly athletics authority band bank bakery baseball brewery
  bookstore bistro board brigade bureau cafe camp campus cathedral chamber chapter charity choir choral church cinema circle city clinic clinics club co
  co-op coalition collective college committee commission commissariat community-centre company confederation conference congregation congress
  conservancy conservatory consortium consulting cooperative co-operative corp corporation council county credit-union dairy daycare diocese district
  division-scolaire elementary embassy enterprises exchange exhibition farm farms federation festival fisheries force forum foundation friends fund
  gallery garage gazette group guild hamlet herald health-authority high holdings housing home hospice hospital hotel house hub inc incorporated industries inn institute
  institution insurance journal gazette chronicle sentinel tribune review bulletin observer advertiser examiner standard star courier mercury record sun express kindergarten lab laboratories laboratory league legion library llc llp lodge ltd ltee limited magazine market media
  weekly collective meals ministry mission montessori mosque movement municipality museum nation network news newspaper nursery observatory orchestra organisation organization
  pantry parish park partners partnership pharmacy philharmonic plc polytechnic press productions project publishing publications radio railway realty regiment
  registry resort restaurant sanctuary school schools secretariat seminary senate shelter society solutions sons station store strategies
  studio studios symphony synagogue gurdwara mandir masjid syndicate systems technologies telegraph temple theatre theater times town township tribe tribune trust
  trustees union united university  village vineyard vineyards winery ymca ywca youth-centre zoo bank federation ventures
  cu fn rm`,
);

/** The first word of a French phrase: "Association des musées". */
export const FRENCH_ORGANISATION_WORDS = wordSet(
  `fabrique journal revue hebdo quotidien gazette chronique mrc css cssdm cegep chu clsc ciusss cisss ong obnl osbl cpe cdc sadc cld chsld gmf academie agence aeroport alliance amicale archidiocese archives association associes atelier ateliers auberge autorite banque bibliotheque
  boulangerie brasserie cabinet cafe caisse camp carrefour cathedrale centrale centre cercle chambre choeur chorale cie cinematheque cinema clinique club
  coalition college collectif collegial comite commission commissariat commune communaute compagnie confederation conference confrerie congregation conseil conservatoire
  consortium consulat cooperative coop corporation courrier cour diocese ecole ecomuseum ecomusee editions eglise entraide entreprise entreprises eveche federation ferme fermes
  festival fiducie fondation fonds forum fraternite fruiterie galerie garderie groupe groupement guilde hameau hebdo hopital hospices imprimerie institut institution
  jardin jardins laboratoire laboratoires librairie ligue maison maisons marche medias ministere mouvement municipalite musee mutuelle ombudsman observatoire oeuvre
  oeuvres office opera orchestre ordre organisme papeterie paroisse parc patro pharmacie popote presse prefecture productions quotidien radio regie regroupement
  amis amies relais reseau residence resto secours seminaire senat services-conseils societe station studio syndicat table tele television theatre troupe union universite
  refuge verger vergers vignoble village ville voix zec`,
);

/** At the head of a phrase these make it an organisation. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set([...ENGLISH, ...FRENCH_ORGANISATION_WORDS]);
export const ENGLISH_ORGANISATION_WORDS = ENGLISH;

/**
 * A phrase with this first word is an organisation whatever follows, when "of", "for", "de", "des", "du" … comes next.
 */
export const OF_HEADS = wordSet(
  `academy alliance archdiocese association bank board chamber church city coalition college commission committee community confederation corporation
  council county court diocese district faculty federation festival foundation friends guild hamlet house institute kingdom library ministry municipality
  museum nation network office order parish port province region school society state town township tribe union university village ymca`,
);

/** Parts of an organisation: such a line is neither a title nor the employer. */
export const DEPARTMENT_WORDS = wordSet(
  `department departement dept faculty faculte division section unit unite branch service services office bureau direction secretariat
  program programme sector secteur pavillon pole module desk team equipe directorate local studies etudes chaire school ecole wing floor etage lab laboratoire centre center`,
);

/** Beginnings of phrases that name only a part of an organisation, even where the head word could name a whole one. */
export const DEPARTMENT_STARTS =
  /^(?:the )?(?:department|dept\.?|departement|faculty|faculte|division|section|unit|unite|branch|service|services|office of|bureau|direction|secretariat|programs?|programmes?|secteur|pavillon|equipe|team|school of|institute of|module|chaire|chair in)\b/;

/**
 * Ordinary words in headings that also distinguish organisations ("Northern Library Network"); the last line names
 * kinds of organisations.
 */
export const TELLING_WORDS = wordSet(
  `canada canadian canadien canadienne canadiens quebec quebecois quebecoise ontario alberta manitoba saskatchewan federal national nationale international northern southern eastern western
  north south east west nord sud est ouest atlantic pacific arctic prairie prairies valley island islands mountain mountains coast highlands harbour heights indigenous francophone anglophone
  association federation fondation foundation society coalition regroupement musee universite university museum`,
);
