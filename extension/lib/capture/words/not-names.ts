/** Capitalised words that are no part of a person's name, folded, English and French; titles and organisations have lists of their own. */
import { wordSet } from './word-set.ts';

/** Never in a name. */
export const NOT_NAMES = wordSet(
  `photography plumbing yoga pottery landscaping catering roofing construction flooring automotive trucking contracting certified registered licensed chartered article story about above accessibility account accounts action activities address addresses admin administration admissions advertising after afternoon agenda
  agm all also and annual apply are art arts articles ask assistance at attendance attn available award awards back best billing birthday book booking bookings both box
  building business by calendar call campaigns cancel cancelled care careers cc cell centre center click close closed come communication communications community complaints confidential
  confidentiality connect contact contacts copyright cordially cordialement culture customer daily date dear delivery department details digital directions directory
  disclaimer discover documents donate donation donations donor donors download drop east ecology education elections email e-mail emails emergency engagement enquiries environment event
  events every everyone exhibitions facebook facilities facts family fax feedback fees field finance find first floor follow for forms forwarded found free from front full fundraising further
  general get government grants greetings group guests health heard hello help heritage hi hiring history home homepage hours housing how human if immediate in inbox indigenous info information
  innovation inquiries instagram interviews intake invoice invoices invites is it jobs join kind kindly language languages learning learn legal library loan loans interlibrary line linkedin link links list live local location login logo mail
  mailing main maintenance marketing meals media meet meeting meetings membership members memberships menu message messages minutes mobile monthly more morning my name new newsletter newsletters next night no north northern not note notes
  notice of office offices on online only open operations or orders organizer other our outreach page parking parks participants partners payments permits per phone photo photos planning plan plans please
  policy portfolio posts press privacy procurement professional profile program programme programs programming project projects prospective public publications published purchasing questions
  quick rates re read recreation recruitment red regards registration registrations release rentals reply reports request requests research reservations resources respectfully results retired returns roads room rooms
  sales save schedule search second see send sent services settings share show shop sign sincerely site skip social south southern speaker speakers special sponsors sponsorship staff start store
  student students studies subject submit subscribe summer summit support sustainability team technology tel telephone text thanks thank that the their then there third this through tickets title to today tours town transit
  transportation travel treaty tv twitter unit unsubscribe untitled up update updated updates upcoming urban us user video view visit visitors volunteering volunteers votes warm warmly waste water web webinar website weekly welcome welcoming west
  western what when where who will winter wishes with work workshops write yearly you your yours youth zone vacant various wildlife roster minor score signature attachments attachment unread starred forward
  fire landfill january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec noon midnight am pm est edt pst mst cst spring fall autumn
  canada ontario quebec alberta manitoba saskatchewan canadian canadien canadienne canadiens federal provincial national international regional municipal
  street avenue road boulevard drive lane crescent suite apt po rr postal code highway hwy`,
  `accueil actualites adherents adhesion adhesions administration adresse affaires agenda aide ainsi amities appel appelez appels apres arts assemblee assistance au aucun aux autre autres avant avec avis bas
  bien bienvenue bonjour bonsoir boite bottin bulletin bureau calendrier carriere carrieres cc ce cellulaire cell ces cette chers chere cher clients clientele cliquez colloque comment communautaire communications communication communiquez communique
  compte comptes conditions conference conferences conferenciers confidentialite consultation consultations contactez coordonnees copie corps cordialement cordiales courriel courriels courrier culture cvs date dans demande demandes depot des
  profil profils details developpement dimanche dons donateurs du ecrire ecrivez elections emplois en enfance entree envoyer envoye environnement equipe espace etage et evenement evenements expositions faire famille fermer finances formation formations formulaire
  formulaires gestion generale generales general grand habitation heures horaire horaires ici immobilisations infolettre informations information inscription inscriptions inscrivez internet jeudi jeunesse joindre jour journal juridiques juridiques la le les ligne liens lieu lire liste local location logement loisirs loisir lundi
  mardi membres mercredi merci message messages mobile mobilite modifier mot musique nature nom nos notes notre nous nouvelle nouvelles numero objet ou opinion organisation page panelistes panelistes par participants partenaires partenariats patrimoine
  pavillon permis personne personnel personnes petite petites plein plus politique postes poste pour pourboires premier prenom presse prix programmation programme programmes projet projets promotion proposition proposer propos public publics publie publiques publicite qualite questions qui quand quebec rang recherche redaction region
  reglement reglements relations renseignements repertoire reservation reservations reseaux ressources reunion reunions salle salutations sante samedi science sciences secretariat securite selon sa ses site sociales sociaux soutien sports stationnement suivez suivre sur taxes technique telecopie telecopieur
  telephone tel titre tous tout toute toutes transport travail travaux tresorerie un une urbanisme urgence urgences vendredi vente ventes vie visite visites subvention subventions vos votre voirie vous
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre midi minuit hiver printemps ete automne fin rue avenue chemin boulevard montee cote place rang route bureau casier postal sortants`,
);

/** Words of headings: events, sports, places, topics of towns and clubs. */
export const HEADING_WORDS = wordSet(
  `sale truck rally parade supper dinner breakfast brunch banquet gala auction raffle lottery run walkathon marathon races tournament playoffs users closure closures
  pickup dance nights trails buddies ticket routes skiing volleyball hockey soccer football basketball curling swimming skating lacrosse ringette rugby tennis golf
  gymnastics wrestling cycling rowing yoga fitness aquafit zumba lessons lesson class classes course courses babies animals animal dogs dog cats pets pet birds
  princess santa lady mount buy food drink drinks snacks bus buses train ferry taxi bike bikes vehicle vehicles winners finalists nominees nomination nominations
  applications application applicants eligibility criteria deadline deadlines guidelines guideline handbook brochure poster posters flyer survey surveys poll
  suggestions suggestion kits toolkit template templates report budget audit audits statement statements valley island islands mountains creek harbour heights coast
  highlands prairie prairies arctic pacific atlantic crisis awareness wellness mental addiction addictions seniors senior kids teen teens adults adult women woman men
  girls boys parents caregivers newcomers refugees immigrants veterans residents tenants landlords homeowners garbage recycling compost sewer sewers sidewalks removal
  plowing bylaw bylaws zoning licence licences license licenses certificate certificates marriage burial cemetery rink gym courts splash pad pavilion lost pottery
  painting ballet concerts exhibit exhibits screening screenings workshop keynote plenary breakout session sessions panel panels symposium top popular featured
  opening closing working focus grocery lecture task jury trending sponsored latest recent related similar additional final draft preliminary frequently asked sharing private secure security safety risk healthy truth
  reconciliation diversity equity inclusion multicultural francophone anglophone bilingual reserve reserved borrow return renew renewal renewals signup log password
  username logout happy falls utilities tourism baby children reading important urgent concert prevention shared common trail playground queen pride early-bird
  pest control planting tree trees noise complaint complaints hotline burning pits dust mosquito weeds potholes ditches culverts drainage tax taxation rebate rebates loans scholarship scholarships
  bursary bursaries childcare aquatic aquatics arena arenas rinks playgrounds gymnasium auditorium rental lighting costumes concession concessions merchandise inventory shipping receiving warehouse
  asset assets claims compliance payable receivable payroll benefits pension pensions occupational hygiene laundry housekeeping cafeteria catering dining residences transcript transcripts`,
  `quartier option chez masculin feminin coupe tournoi course fete fetes souper diner dejeuner spectacle spectacles exposition vernissage tirage encan loterie velo
  autobus navette piscine patinoire aqueduc egout egouts dechets collecte collectes recyclage compostage deneigement licence licences certificat certificats cimetiere
  enfants enfant adultes femmes hommes filles garcons familles jeunes bebes animaux chiens chien chats nouvel nouveaux arrivants citoyens citoyennes locataires
  proprietaires objets perdus trouves portes ouvertes mieux etre gratuit gratuite gratuits pointe vallee riviere montagne fleuve ruisseau chute chutes golfe camps
  cours lecon lecons natation soccer hockey danse peinture poterie yoga candidature candidatures scolarite etudiante frais bourse bourses stages placement remboursement remboursements taxation paie achats approvisionnement entretien buanderie cuisine cafeteria residences bruit
  plainte plaintes arbres abattage nuisances berges riverains laureats laureates finalistes gagnants rapport rapports bilan budget
  sondage trousse depliant affiche modele modeles sensibilisation finale tourisme`,
);

/** Words that begin names of places and are never a given name. */
export const PLACE_STARTS = wordSet(
  'fort mount port cape new upper lower great old baie riviere ile iles cap mont fleuve',
);

/** Words that count as a given name only in front of a family name. */
export const GIVEN_NAMES = wordSet('line autumn jan trésor');

/** Words that count as a family name only after a given name. */
export const FAMILY_NAMES = wordSet('fall fiddler keeping');

/** Words also found in names: they count as a name only when something else supports it. */
export const PERHAPS_NAMES = wordSet(
  `may mai june april august summer mark bill will grant grants rich chase park parks king hall church field lake hill wood woods rivers forest banks bay beach bell bishop dean page chair chief marshall mason carver young long white black brown green
  grey gray gold silver stone star sun moon winter frost rose lily ivy daisy price cook baker judge major minor pope abbot temple house home castle bridge west north south east noble love joy faith hope grace art guy rod dale glen
  dean drew rowan lane street mills wells parish case day knight squire france paris london sydney victoria charlotte georgia savannah florence chelsea brooklyn dakota carolina montana jordan holland england ireland israel german french english
  welsh scott mission ville mars avril martin marche leger lemay laval lac mont rivard cote boisvert lavoie roy leroy langlois lafontaine desjardins lajeunesse lamontagne larose laforest lapierre
  prince duke earl baron miller smith fisher hunter gardener porter carter taylor farmer shepherd potter carpenter archer cooper weaver turner sawyer fletcher walker butler clark mayor reeve warden steward chancellor page constable sergeant
  cao couturier brasseur tisserand forestier fermier jardinier vigneron carriere mercredi friday best read barber butcher jardin verger
  reader singer driver guide provost elder hope noel pascal marin colonel chef abbe bourgeois berger boucher boulanger charpentier mercier meunier tessier pelletier cloutier lemaire lesage prevost prevot president christian ferrier`,
);
