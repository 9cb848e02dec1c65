/** What the guide to starting a network builds on. Each can be looked up; none of it is quoted. */
export const guideSources = {
  report: {
    title: 'Ledernetværk – vitalisering af hjemmenetværk (2006)',
    url: 'https://vdocuments.site/ledernetvaerk-vitalisering-af-hjemmenetvaerk.html',
  },
  reportArticle: {
    title: 'Lederweb: Ledernetværk – vitalisering af hjemmenetværk',
    url: 'https://www.lederweb.dk/artikler/ledernetvaerk-vitalisering-af-hjemmenetvaerk/',
  },
  formNetwork: {
    title: 'Lederweb: Sådan danner du et ledernetværk',
    url: 'https://www.lederweb.dk/artikler/saadan-danner-du-et-ledernetvaerk/',
  },
  tips: {
    title: 'BFA: Tips til et godt ledernetværk',
    url: 'https://www.godtarbejdsmiljo.dk/ledelse-organisering/lederens-trivsel/tips-til-et-godt-ledernetvaerk',
  },
  groundRules: {
    title: 'BFA: Spilleregler for netværk',
    url: 'https://www.godtarbejdsmiljo.dk/trivsel/naar-du-skal-lede-dig-selv/arbejde-alene/netvaerk-for-alenearbejdere/spilleregler',
  },
  internal: {
    title: 'CfL: Få succes med interne ledernetværk (2025)',
    url: 'https://www.cfl.dk/artikler/fa-succes-med-interne-ledernetvaerk',
  },
  nine: {
    title: 'CfL: 9 processer',
    url: 'https://cfl.dk/artikler/9-processer-det-kan-du-forvente-som-netvaerksdeltager',
  },
  selfLed: {
    title: 'net-work.dk: Udviklingsproces for selvledende netværk',
    url: 'https://net-work.dk/udviklingsproces-for-selvledende-netvaerk/',
  },
  peerSupervision: {
    title: 'A.K. Smidt: Kollegial supervision',
    url: 'http://annekarinsmidt.dk/kollegial-supervision/',
  },
  balance: {
    title: 'Netværk for ledere i balance',
    url: 'https://ledereibalance.dk/vitilbyder/fondsfinansieret-projekt',
  },
  groups: { title: 'Fokus Consult: Grupper', url: 'http://fokusconsult.dk/grupper.htm' },
  tenSteps: {
    title: 'kokom.net: Kollegiale Beratung in zehn Schritten',
    url: 'https://www.kokom.net/p365354134_406.html',
  },
  actionLearning: { title: 'WIAL USA: Action learning', url: 'https://wial-usa.org/action-learning/' },
  compass: {
    title: 'COMPASS 2021',
    url: 'https://linkinghub.elsevier.com/retrieve/pii/S0025-6196(21)00257-3',
  },
  west: {
    title: 'West m.fl. 2014',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10175042/table/CD002892-tblf-0116',
  },
  peterson: {
    title: 'Peterson m.fl. 2008',
    url: 'https://read.qxmd.com/read/18727753/reflecting-peer-support-groups-in-the-prevention-of-stress-and-burnout-randomized-controlled-trial',
  },
  clinic: {
    title: 'Kollegiale Beratung in einer psychiatrischen Klinik',
    url: 'https://econtent.hogrefe.com/doi/abs/10.1026/0943-8149/a000054',
  },
  leaders: { title: 'Dannheim m.fl. 2025', url: 'https://doi.org/10.5271/sjweh.4219' },
  supervision: { title: 'Martin m.fl. 2021', url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8604366/' },
  gonge: {
    title: 'Gonge og Buus 2015',
    url: 'https://docksci.com/is-it-possible-to-strengthen-psychiatric-nursing-staffs-clinical-supervision-rct_5a835bdcd64ab28926f290bc.html',
  },
  secrecy: {
    title: 'Tavshedspligt og videregivelse af oplysninger',
    url: 'http://docplayer.dk/6070-Tavshedspligt-og-videregivelse-af-oplysninger.html',
  },
} as const

export type GuideSource = keyof typeof guideSources
