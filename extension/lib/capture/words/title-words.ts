/** Words that name what a person does, folded (no accents, lower case), English and French. */
import { PERHAPS_NAMES } from './not-names.ts';
import { wordSet } from './word-set.ts';

export const ENGLISH_TITLE_WORDS = wordSet(
  `rabbi imam printer binder bookbinder typesetter knitter carver engraver milliner verger sexton filmmaker dancer drummer caregiver landscaper stylist barber hairdresser esthetician emcee comms researcher cofounder goaltender umpire referee
  accountant actuary adjudicator adjunct administrator adviser advisor advocate agent agronomist ambassador analyst animator anchor
  apprentice archaeologist archeologist architect archivist artist assessor assistant associate attendant attorney auditor author
  bailiff barista barrister bookkeeper broadcaster broker builder buyer caretaker cartographer caseworker ceo cfo chair chairman
  chairperson chairwoman chancellor chaplain chef chief choreographer cio clerk clinician coach co-chair co-director co-founder
  co-president collector columnist commander commissioner composer comptroller conductor conservator constable consultant contractor
  controller coo co-ordinator coordinator copywriter coroner correspondent councillor councilor counsel counsellor counselor
  curator custodian cto dean delegate dentist deputy designer developer dietitian director directors dispatcher distributor doctor
  doula driver ecologist economist editor editor-in-chief educator electrician elder engineer entrepreneur epidemiologist estimator
  evaluator examiner executive expert facilitator farmer fellow firefighter fisher forester founder fundraiser gardener geographer
  geologist geophysicist governor groundskeeper guide handler head historian host hygienist illustrator inspector instructor
  intern interpreter interventionist inventor investigator janitor journalist judge keeper lawyer lead leader lecturer legislator
  liaison librarian linguist lobbyist logistician machinist manager mayor mechanic mediator member mentor meteorologist midwife minister
  mla mna moderator mp mpp musician naturalist navigator negotiator notary nurse nutritionist officer ombudsman ombudsperson operator
  optometrist organiser organizer outfitter owner paralegal paramedic partner pastor patroller pathologist pharmacist photographer
  physician physiotherapist pilot planner playwright podcaster poet practitioner president presenter priest principal producer professor
  pres treas programmer projectionist promoter prosecutor provost psychiatrist psychologist publicist publisher ranger reader realtor receptionist
  recorder recruiter rector reeve registrar reporter representative researcher reviewer sales-manager scholar scientist sculptor
  secretary secretary-general secretary-treasurer seller senator sergeant sheriff shipper singer sociologist solicitor specialist
  spokesperson spokesman spokeswoman steward stewardess storyteller strategist student superintendent supervisor surgeon surveyor teacher
  technician technologist telephonist teller therapist trainee trainer translator treasurer trustee tutor undersecretary vendor
  veterinarian vice-chair vice-chancellor vice-dean vice-president vice-principal videographer volunteer vp warden webmaster welder
  worker rep writer captain weaver potter painter printmaker carpenter butcher baker cook shepherd foreman forewoman bishop archbishop headman headwoman cao sao chro ciso pdg craftsman handyman candidate adjuster aide appraiser astronomer athlete bricklayer cameraman cashier caterer chiropractor chorister cleaner comedian
  decorator detective diplomat diver documentarian draftsperson embroiderer expeditor exporter fabricator farrier fiddler glazier grower guardian healer hostess
  installer insurer investor labourer lineman lineperson locksmith magistrate marketer masseuse parliamentarian philosopher pollster postmaster puppeteer purser
  quilter rancher retailer scheduler scribe seamstress silversmith songwriter speechwriter subcontractor sysadmin theologian trapper underwriter upholsterer
  valuer waiter wholesaler youtuber influencer blogger vlogger creator co-host cohost co-owner coowner cochair vicar deacon archdeacon cantor headmaster
  invigilator proctor laureate commodore admiral lieutenant matriarch councilmember councilperson alderman alderperson envoy consul convenor convener
  official officiant celebrant executor scrutineer signatory cardholder knowledge-keeper beekeeper brewer winemaker roaster blacksmith goldsmith jeweller tailor plumber roofer mason cabinetmaker luthier sommelier bartender bursar docent co-lead co-chairperson co-editor rapporteur superviser evp svp avp webmestre`,
);

export const FRENCH_TITLE_WORDS = wordSet(
  `officier officiere cure sacristain sacristine garde-parc garde-feu cineaste dramaturge poete peintre interprete aumonier chanteur chanteuse danseur danseuse conteur conteuse pilote arbitre parajuriste marguillier doctorant doctorante candidat presidence vice-presidence tresorerie co-presidence copresidence coordination mairie
  sauveteur sauveteuse brigadier brigadiere aidant aidante ambulancier ambulanciere astronome batteur batteuse blogueur blogueuse boulangere bouchere brasseur
  brasseuse cadreur cadreuse caissier caissiere charpentiere coiffeur coiffeuse contremaitre couturier couturiere decorateur decoratrice dessinateur dessinatrice
  diacre diplomate eleveur eleveuse ergonome exploitant exploitante facilitateur facilitatrice fermier fermiere ferronnier ferronniere forestier forestiere forgeron
  fromager fromagere graveur graveuse hotelier hoteliere imprimeur imprimeuse jardinier jardiniere joaillier joailliere laureat laureate lecteur lectrice livreur
  livreuse magasinier magasiniere magistrat magistrate maraicher maraichere menuisier menuisiere monteur monteuse opticien opticienne orateur oratrice orfevre
  parlementaire pasteure patissier patissiere pedagogue pediatre physicien physicienne plombier plombiere policier policiere potiere presentateur presentatrice
  programmeur programmeuse promoteur promotrice psychoeducateur psychoeducatrice publicitaire rapporteuse romancier romanciere sage-femme scrutateur scrutatrice
  sculpteur sculptrice sculpteure serveur serveuse sommeliere soudeur soudeuse tailleur tisserand tisserande theologien theologienne traiteur traiteuse vicaire
  vigneron vigneronne coresponsable cotitulaire codir
  accompagnateur accompagnatrice acheteur acheteuse acteur actrice actuaire adjoint adjointe administrateur administratrice agente
  agronome ambassadeur ambassadrice analyste animateur animatrice apprenti apprentie archeologue architecte archiviste
  arpenteur arpenteuse artisan artisane artiste assistante associe associee attache attachee auteur auteure autrice auxiliaire avocat avocate
  benevole bibliothecaire biologiste cadre camionneur capitaine cardiologue chargee charge chauffeur chef cheffe chercheur chercheuse
  chimiste chirurgien chirurgienne chorégraphe chroniqueur chroniqueuse cofondateur cofondatrice codirecteur codirectrice comedien
  comedienne commis commissaire compositeur compositrice comptable concierge concepteur conceptrice conciliateur conciliatrice
  conferencier conferenciere conseiller conseillere conservateur conservatrice consultante controleur controleuse coordinateur
  coordinatrice coordonnateur coordonnatrice copresident copresidente correspondante courtier courtiere createur creatrice
  chancelier chanceliere econome cuisinier cuisiniere curateur curatrice delegue deleguee depute deputee developpeur developpeuse dietetiste
  directeur directrice dirigeant dirigeante documentaliste doyen doyenne ecrivain ecrivaine editeur editrice educateur educatrice
  electricien enseignante enseignant entraineur entraineure entraineuse estimateur estimatrice etudiant etudiante evaluateur
  evaluatrice expert experte fondateur fondatrice formateur formatrice gardien gardienne geographe geologue gerant gerante
  gestionnaire graphiste greffier greffiere guide historien historienne illustrateur illustratrice infirmier infirmiere informaticien
  informaticienne ingenieur ingenieure inspecteur inspectrice intendant intendante intervenant intervenante journaliste juge juriste
  libraire maire mairesse maitre maitresse mecanicien mecanicienne medecin mediateur mediatrice membre metteur ministre moderateur
  moderatrice moniteur monitrice musicien musicienne naturaliste notaire nutritionniste opérateur operateur operatrice organisateur organisatrice
  orthopedagogue orthophoniste ouvrier ouvriere paramedic patron patronne pharmacien pharmacienne photographe physiotherapeute pompier
  pompiere porte-parole postdoctorant postdoctorante prefet prefete preposee prepose president presidente pretre procureur procureure
  producteur productrice professeur professeure programmateur programmatrice proprietaire protecteur protectrice psychologue
  realisateur realisatrice recruteur recruteuse recteur rectrice redacteur redactrice redacteur-en-chef regisseur regisseuse
  relationniste repartiteur repartitrice representant representante responsable restaurateur restauratrice scenographe secretaire
  secretaire-tresorier secretaire-tresoriere senateur senatrice sociologue sous-ministre specialiste stagiaire stratege superviseur
  superviseure surintendant surintendante surveillant surveillante syndic technicien technicienne technologue therapeute titulaire
  traducteur traductrice travailleur travailleuse tresorier tresoriere tuteur tutrice urbaniste vendeur vendeuse verificateur
  verificatrice veterinaire vice-doyen vice-doyenne vice-presidente vice-recteur vice-rectrice vice-tresorier vice-tresoriere
  vulgarisateur vulgarisatrice webmestre webmestre conseillers directeurs`,
);

/** A phrase with one of these at its head is a job title. */
export const TITLE_WORDS: ReadonlySet<string> = new Set([...ENGLISH_TITLE_WORDS, ...FRENCH_TITLE_WORDS]);

/** Endings of words for what people do, and of few names. */
const DOER =
  /(?:ologist|ographer|iatrist|onomist|ician|therapist|opath|keeper|worker|person|woman|culteur|cultrice|ologue|ographe|iatre|opathe|therapeute|icien(?:ne)?|(?<![qc][vu]|chr|bapt|method)iste?)$/;
const SHORTEST_DOER = 7;
/** With what may stand before it. */
const LONGEST_ENDING = 12;
const NAMES_LIKE_DOERS = wordSet('felicien felicienne mauricien evariste batiste baptiste calliste');

const SHORTEST_TAIL = 6;
const SHORTEST_FRONT = 3;
/** "Bandleader", "shopkeeper": what follows the first letters is a word for work, and no name as in "kingfisher". */
function isCompound(key: string): boolean {
  for (let start = SHORTEST_FRONT; start <= key.length - SHORTEST_TAIL; start += 1)
    if (ENGLISH_TITLE_WORDS.has(key.slice(start)) && !PERHAPS_NAMES.has(key.slice(start))) return true;
  return false;
}

/** Whether a folded word says what somebody does. */
export const isTitleKey = (key: string): boolean =>
  TITLE_WORDS.has(key) ||
  (key.length >= SHORTEST_DOER &&
    (DOER.test(key.slice(-LONGEST_ENDING)) || isCompound(key)) &&
    !NAMES_LIKE_DOERS.has(key));

/** Stand before or after a title word and belong to it: they are no part of a name either. */
export const TITLE_MODIFIERS = wordSet(
  `certified registered licensed chartered agree agreee certifie certifiee diplome diplomee acting senior junior interim associate assistant deputy executive managing general chief principal vice regional national
  provincial municipal adjunct emeritus emerita honorary founding past elect former lead staff corporate digital creative artistic
  intérim interimaire general generale adjoint adjointe principal principale senior delegue regional regionale municipal municipale
  associe associee emerite honoraire agrege agregee titulaire executif executive artistique scientifique administratif administrative
  juridique technique culturel culturelle communautaire benevole sortant sortante elu elue clinique`,
);

/** Stand behind a name as degrees do. */
export const PROFESSIONS = wordSet(
  `avocat avocate notaire ingenieur ingenieure architecte urbaniste agronome arpenteur arpenteuse infirmier infirmiere psychologue pharmacien pharmacienne medecin
  veterinaire dentiste ergotherapeute physiotherapeute orthophoniste nutritionniste dietetiste criminologue sexologue psychoeducateur psychoeducatrice biologiste geologue
  chimiste evaluateur juriste lawyer barrister solicitor notary engineer architect pharmacist nurse psychologist veterinarian`,
);
