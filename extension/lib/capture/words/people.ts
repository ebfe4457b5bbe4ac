/** Words around names: honorifics, credentials, pronouns, particles, folded, English and French. */
import { wordSet } from './word-set.ts';

/** Dropped from the front of a name; written without the final dot. */
export const HONORIFICS = wordSet(
  `bro sis uncle aunt auntie comrade camarade mr mrs ms mx miss mister madam sir dame dr prof professor rev revd reverend father sister brother hon honourable honorable fr sr br capt col lt maj sgt cpl lcol ltcol bgen mgen lgen cdr lcdr cmdr mwo cwo pte ocdt cplc
  const cst insp rabbi imam elder m mm mme mmes mlle mlles monsieur madame mademoiselle me mes dre drs docteur docteure doctor pr pre professeur professeure
  abbe soeur frere pere maitre mgr msgr monsignor coun cllr clr emerita emeritus emerite lhonorable honorables canon ven venerable archdeacon bishop justice`,
);

/** Follow a name; written without dots and blanks. */
export const CREDENTIALS = wordSet(
  `nd hons scd dphil mdcm ccc slp bcba rcc rcs chfc pfp cdfa bscpt mscpt ba bsc bscn bs bed beng bcom bcomm bba bfa bmus bn bsw bes basc barch bpe bhsc bla blaw ma msc ms med meng mba mfa mn msw mes masc march mpa mph mpp mlis mls mis mi mhsc
  mdiv mca mscn mscf macl mpl mup mur murp mcp maibc llb llm jd bcl dcl phd edd md dds dmd dvm od pharmd psyd dsc dlitt lld mbchb mbbs dnp dmin
  rn rpn lpn np rnbn rd rdn rpp mcip fcip rsw rcsw rssw csw cpa ca cma cga cfa cfp cim clu chrp chrl chre cphr shrm pmp pmi cae fcae cmp cfre acfre aprs apr abc scmp fcprs mcprs
  peng pgeo plog pag feic fec cet ctech rse rpbio rpf rpft ot otr pt rmt cpht rph frcpc frcsc frcp frcs facp ccfp fcfp mrcp frsc fcahs frgs facs
  qc kc cm oc cc oq cq ob oont onb obc cd mvo obe mbe om msm dcl esq jr sr ii iii iv leed leedap leedgreen oaa aibc raic fraic mraic oaq ouq omq oiq ing inga urb arp oma fsa fcia aicp
  cisa cissp cisp itil psp csp crsp rci irm mrm crm cip fcip acip ccp gba gsc ea mot dess des dec bac baa bsi aca cria cso erg dt dtp pht psy ts inh
  ad ade adma admae asc cdmp mscom mcom mscrd mss cmc csm cra cdir icdd icd bds ret dipl cert ceng fca fcpa fcga fcma cmm om dmo mmo aso omo cmo amct`,
);

/** Lower-case words inside a name that belong to the family name. */
export const PARTICLES = wordSet(
  `de du des d la le les l da das do dos di del dela delos della dello della degli van von vom zu zum zur der den ter ten te vanden vander el al bin ibn ben bint abu st ste saint sainte san santa
  af av y e i dit dite ul ur mac mc o of' ní ó ni nic ap fitz`,
);

/** Pronouns, in brackets or after a name. */
export const PRONOUNS =
  /\((?:she|he|they|elle|il|iel|ze|xe)(?:\s?\/\s?\p{Ll}{2,8}){0,3}\)|\(?\b(?:she|he|they|elle|il|iel|ze|xe|ella|any)\s?[/,|]\s?(?:her|hers|him|his|them|theirs|they|she|he|lui|elle|la|le|iel|il|hir|zir|ella|any)s?(?:\s?[/,|]\s?(?:her|hers|him|his|them|theirs|they|she|he|lui|elle|iel|il|hers))*\b\)?/giu;
