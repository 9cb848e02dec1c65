/**
 * 2048 everyday Danish words to be read aloud, in order of their letters' code points: made for this product, and fixed,
 * because two people on different versions must read the same. Four to ten letters; the first four tell each from every
 * other, and no two are one letter apart.
 */
export const danishWords: readonly string[] = `
  abrikos adjektiv adresse advent advokat affald afgift afgrund aflang afløb afsender afsked afslag afsnit aftale
  aften agurk ahorn akademi aksel aktiv akvarel alarm album alfabet alge alkove alliance almen alpin altan alter alvor
  amatør ambassade ambolt amme ampel anden anfører anker ankomst anledning anlæg annonce anorak ansigt anstand antal
  antenne antik apotek apparat appelsin applaus april arbejde areal arena argument arkade arkiv armbånd armhule aroma
  artist asfalt asparges assistent atlas atlet atom aubergine august aula automat avis avlsdyr avocado backup badebro
  badminton bagage bageri baghave baglygte bagside bagværk bakspejl balance ballon balsam bambus banan bandage
  banegård banket banner bantam barfodet barndom barok barriere baryton basar basis bassin bastion batteri bebrejde
  bedrift begonie begreb behov belysning benzin beretning besked bestik besøg betaling betjent bevis biavler bibliotek
  bidrag bifald bikube billet biologi birk bison bivoks bjerg bjælke bjørn bladlus blandet blazer blid blikdåse
  blister blitz blok blomst blond bluse blyant blåbær blågrøn blåhval blækhus blæst bobine bobslæde boghylde bogmærke
  bogreol bogstav bold bolsje bomuld bonus bopæl bordben borg boring botanik boule boutique bowling brandbil brasen
  bratsch bremse brev brille bringe brise brobygger brochure broder brombær bronze brosten bruger brumbasse brun
  brusebad brygge bryllup brækjern brænde brætspil brøk brønd budding budget buffet buket bukser bulldozer bunke
  buntmager bureau burger buskads busstop butik byfest bygmester bygning bylt byret bådehavn bådsmand bånd båre bælte
  bænk bærbar bæver bævre bønne børnebog børste bøsse bøtte cafeteria camping cardigan cello cement central chance
  charme chauffør check chef chili chokolade cider cigar cirkel citat citron civil cockpit computer container
  copyright cowboy creme croissant cykel cyklon cylinder daddel dagens daggry daglig dagpenge dagslys dame damper
  dansk data debut december dekan delfin deltager delvis demokrati depot design dessert detalje dialog diamant diesel
  digital digt diktat dimension dinosaur diplom direktør dirigent disciplin diskos distrikt division dobbelt doktor
  dokument dollar domino domkirke donation donkraft drage drama drejebog dreng dressur drivhus dronning drop drue dræn
  drøm dukke dunjakke dunk dusin dusør dybde dynamo dyne dyppe dyrepark dyrlæge dyrskue dåse dækken dæmring døgn
  dørklokke dørmåtte dørtrin ebbe edderdun ederfugl effekt efterår egern egetræ egnet ekko eksport ekstra elegant
  elektrisk element elev elfenben elite elsker email emalje embede energi engang englehår enhed enke enorm enspænder
  entusiast epoke epos erfaring erhverv ernæring erobring espresso essay etape etik euro eventyr evig evne fabrik
  facade facit fadøl fagbog fagott fakkel faktum fald familie fanfare fange fantasi farfar farmor fart farvel fasan
  fastelavn fatning favorit februar fejekost fejl feminin fennikel fernis fersken festsal fetich fidus figen figur
  fiktion filet filial film filosof filter final finger finish finne finsk firben firkant firma fiskeri fjeder fjeld
  fjer fjorten flag flamme flaske flertal flink flipper flis flod flonel florin flueben flydedok flygel flyver flåde
  flække flæsk fløjl fodbad foder fodgænger fodnote fodspor font foran forbud foredrag forfatter forgæves forhold
  forkert forlag form fornuft forord forråd forside fortid forår fosfor fotograf frakke fred fregat fremmed frihed
  frisk frokost frost frugthave frygt frynse fryser fræk fuglerede fugt fuldmåne fundament funktion fusion fyldepen
  fyrste fysik fårehund fægter fælles færge fæstning fødder følelse følge følsom gadedør galakse galleri galop gang
  ganske garage garderobe garn gasblus gaskomfur gavl gavmild gazelle gear gebrokken gebyr gedde gemse genbo general
  geni genlyd gensidig geografi gerning gevinst gigant giraf gitter gladiator glas glemsom gletsjer glidebane glimt
  globus gloende glohed glædelig glød gnaver gnist gobelin golf gondol gotik grammatik granit gravko greb grejs
  grevinde griffel grill grisekød grube grund gruppe grusvej gryde gråspurv grænse græs grøft grøn guide guitar
  guldfisk gulerod gulv gummi gunstig gurgle gylden gymnasium gynge gyser gåde gård gåsehud gåtur gæld gæst gætteleg
  gødning halm halvø hammerhaj hamster handel harmoni harpe hasard hasselnød hatteæske havegang havfrue havregryn
  havtorn hede hellebard hemmelig hengiven herkomst herlig herre hestesko hilsen himmel hindbær hinke historie hjem
  hjerte hjort hjul hjælp hjørne hobby hofnar holdbar homogen honning horisont hornfisk hospital hoved hovmester
  huleboer humlebi humør hundehus hurtig husar husbåd husdyr hushjælp huske husmand hvalp hveps hverdag hvid hvile
  hvirvel hvisken hvælving hyben hybrid hyggelig hygiejne hyldebær hylster hymne hyrde hyrevogn håbløs håndtag
  hårbørste hække hækling hændelse hængelås høflig højre højskole højtaler høne hønsehus hørelse hørfrø høst høvding
  høvl ideal idiom idræt idyl igle ildflue ildsjæl illusion imago import impuls indbo indeks indfald indgang indhold
  individ indkøb indre indsats indtryk industri ingefær initiativ insekt instinkt internet intim intrige invitere
  ironi isbjerg iscreme isenkram isfugl iskold islag isoler isskab istap isterning isvaffel jagt januar jargon jasmin
  jazz jern jetfly jeton jogging jolle jonglør jord journal jubilæum juice julegave jumbo jumper jungle justere juvel
  jæger jærv jætte jævn kabale kabine kadet kaffe kagedej kajak kakao kaktus kalamitet kalender kaliber kalkun kalv
  kamel kamgarn kamille kammer kamp kanal kandidat kanin kant kaos kapers kapitel kapløb kapsel kaptajn karat karneval
  karry karse karton kaserne kasket kaste katalog katedral kavaler kaviar kedel kejser kelner kemi keramik kernehus
  ketsjer kighul kikkert kile kilometer kimono kind kiosk kirke kirsebær kittel kjole kladde klapstol klarinet klasse
  klat klima klint klippe kloak klodset klokke klor kloster klovn klubhus klump kluntet klæbrig klædning kløver knage
  knallert knap knast knibtang knippel kniv knob knogle knude knytnæve knæhøj knækbrød kobbel koben kobling kobra
  kodeks kogebog kokosnød kolde kollega koloni koma komet komfur komisk kommune kompas koncert konditor konfekt konge
  konkret konsul konto konvolut kopi kopper korn korrekt korset kortfilm kosmos kost kotelet krabbe kragetæer kran
  krater krave kreatur krebs kredit kridt kritik krokus krom krone krukke krus krybdyr kryds krympe krystal kråse
  kræft kræsen krølle kuffert kugle kukur kulisse kulkælder kultur kulør kunde kunst kuppel kursus kurv kusine kusk
  kuvert kvadrat kvalitet kvark kvidder kvik kvinde kvist kvæg kvækkende kværn kylling kystvagt kårde kæde kælder
  kælenavn kæmpe kæreste kærlighed kærne kætter købmand køje køkken køler kølig kørekort kørsel laborant labyrint lade
  lager lagkage lakrids laks lampet landsby langsom lanse lanterne larve lasagne lastbil latin latter lava lavendel
  lavine lavvande legat legetøj lejlighed lejrbål lektie lempe leopard lerdue lerkrukke letmælk letvægt lever levn
  liggestol limonade limstift line linoleum lirekasse liste liter livlig livret livvagt lods logik lokkedue lommeur
  loppe lotteri lovsang luft luge luksus lunefuld luns lusket lydbog lygtepæl lykkelig lyng lynlås lyserød lyst låner
  låsesmed lædersofa lækker lænestol længsel lærer lærke lærred læsebog læspe løbehjul løfte løkke lønseddel løsepenge
  løsning løve madkasse madpakke madras magasin magi magnet mahogni majestæt majs makrel maleri maling mammut mandat
  manege manges manke mannequin mappe maraton marcipan marengs margerit marine mark marmelade marskal marts maskot
  masse mast matematik matros mausoleum medalje medborger medicin medlem meget mejeri mejse mekaniker melankoli melde
  melis melon membran menageri mening menneske menu mester metal meteor metode metro middag midnat midsommer midte
  milits miljø million mimik minde mineral minister minus mirakel miskmask mission mobil moden modig modstand modul
  modvind mole monark monolog montre moral morbror morgen mormor morsom mosaik mosters motel motiv motorvej motto
  muffe mulepose mundkurv munter murer mursten muse musik muskel musling mustang myggenet mynte myre myrra mystik
  mytologi måler målmand måltid måne måtte mælk mængde mærkat møbel møde mølle mønster mønt mørbrad mørtel møtrik nabo
  naiv nation natkjole natlampe natur navle nederlag nektar nerve netværk neutral nevø nisse node nordsø normal notat
  notesbog novelle nuance nudansk nudel numerisk nummer nutid nuttet nydelig nyhed nyligt nylon nymfe nymåne nytte
  nytår nåletræ næbdyr nænsom næring næse nøgle nøjagtig objekt ocean officer ofte oksekød oktav oktober olie oliven
  olympisk ombud omdømme omegn omelet omfang omhu omkvæd omrids område omsorg omtanke omvej onkel onsdag opera
  opfinder opgang ophav ophold opkald oplag oprør opskrift optik optog orange ordbog orden ordre ordsprog organist
  orgel orient orkan orkester ornament ostehaps oval ovenlys overalt ozon paddehat padle pakhus pakke palet palisade
  palme panda panel panik panter papaya papegøje papir papkasse paprika papyrus parade parcel parentes parfume parodi
  partner paryk pasform pasning passiv pasta patent patron pause pavillon peber pedal pejs pelikan penalhus pendul
  penge pensel perfekt perle person pianist pige pigtråd pilgrim pille pilot pincet pindsvin pingvin pinlig pinse
  pioner pirog pisk pistacie pjaske pjat pjece pjusket plads plakat plan plast plateau pligt plov plukke plys plæne
  poesi poet pointe poker polar police polyp pomade pony popcorn poppel porcelæn porto pose position postbud praksis
  pram presse prik primula prins prisme privat proces produkt profil program projekt promille propel protest provins
  pryd prædike præg prærie prøve publikum puddel pude pudsig pukkel puls pulver puma pumpe punch punkt puste pyjamas
  pynt pyramide påfugl pålæg påske påstand pæon pære pølse rabat race radar radio rangle rapport raps raspe rationel
  ravn reagens realist recept redaktør redskab refleks reform regel region regn reje rejsende reklame rekord rekvisit
  relief relæ remis rend reol replik reptil republik reserve residens resonans respekt resume retning revisor revy
  ribben ribs ridder ridebane rigdom ring risiko ritual rival robot robust robåd rodfrugt rokke rolig rollator roman
  rosa roset rosin rotor rotte roulade rovdyr rubin rubrik rugby rulle rumfart rummelig rumskib rundtur rune rust
  rutebil rutine rygrad rygsæk rygte rynke rytme rytter råbe råddent rådgiver rådhus rådyr råkost råvare ræling
  rødbede rødhals rødkål rødvin røgeri rønnebær røntgen sadel safir safran saft sagfører salat saldo salg salmebog
  salon saltvand salve samfund samler samtale samvær sandal sanger sanitet sans sardin satellit satire savsmuld
  savværk scene schæfer scooter segl sejlbåd sejr sekretær sekskant sektor sekund selskab semester seminar senat sende
  sennep separat serie service sidde siden signal sigte sikker silke silo sirene sirup sivsko skabelon skakbræt skala
  skammel skat skelet skib skifer skihop skilt skinne skipper skitse skive skjold skjul skole skomager skorpe skov
  skramme skred skrin skrue skrænt skuespil skuffe skulder skumring skur skvulp skygge skytte skåne skæbne skæg skælm
  skænderi skærf skøjte skønhed slagter slalom slank slentre slette slik slips slot sludder slum slurk slutning slynge
  slåbrok slæbebåd slæde slægt sløj smal smart smed smidig sminke smog smule smut småkage småpenge smæk smør snak
  snavs snebold snedker snefnug snehvid snemand snert sniger snild snit snoet snorkel snurre snæver snøft snøre
  sofapude softice soja solbær solcreme soleksem solid solskin sommer sonate sopran sort souvenir sovepose spade
  spalte spand spark speciel spejder spids spil spinat spion spiral spiser splint spoling sponsor spor spring sprog
  sprut sprække sprød spurv spyt spæd spænde spætte spøg spørge stab stafet stakit stald stamtræ stang status stavelse
  stearin stedsans stejl stemme sten stereo stift stige stilk stimulus stjerne stok stolt storm straks streng strid
  strop struds stryg strå strøm studie stue stunt stykke styrt stål stædig stænge stærk stævne støtte støv sump sund
  suppe surdej surfer surmælk sutsko svamp svane svar svejser svimmel sving svirp svoger svovl svælg sværm svævefly
  sydfrugt sydpol sylte symbol symfoni sympati synder synes synonym synål syren syrlig system sytråd syvsover således
  sårbar sæbe sælger sælsom sæson sætning sødme søfart sølv sømand sømløs søndag søster søsyg søvn tablet taburet
  tagrende tagsten takt tale tamtam tandlæge tank tante tapet tapper taske tastatur taxa teater teglsten tegner
  tekande tekop tekst telefon telt tema tempo tendens tennis tenor teolog teori termin terne terrier tidevand tidlig
  tiger tilbud tilflugt tillid tilskuer timeglas timian titel tivoli tjener tjære todækker tolder tolk tomat tomme
  tonstung topmøde tornado torp torsk total trafik tragt traktor tralle trapez travl tredive trekant tremme triangel
  tribune trick trikot trio trods trofæ tromle troppe trosse trumf trut tryk trylleri tråd trækfugl træner træsko
  trætte trøje trøst tube tudse tuja tulipan tumler tummel tunfisk tung tunika tunnel turban turist tusind tusmørke
  tvebak tvilling tvivl tværsnit tygge tykkelse tynd tyngde typisk typograf tyttebær tågehorn tålmod tånegl tårn tæge
  tælle tænder tænksom tæppe tærskel tærte tøffel tøjbutik tøjle tømrer tønde tørke tørst tørv ubåd udbrud udenpå
  udflugt udforske udgang udgift udhæng udkant udkig udland udmærket udråb udsagn udsigt udstyr udtryk udvalg udvej
  uenig ugeblad uheld ukendt uldtrøje ulige underlag ungdom unge uniform unik union univers urmager urokse urskov urte
  uvejr vabel vaccine vadefugl vaffel vagabond vagtel vakle valgret valmue valnød vals valuta vand vanilje varehus
  varm varsel varte vase vater vedtægt vegetar vejbump vejer vejkryds vejleder vejrhane velcro velfærd vellugt velour
  venlig venskab vente veranda verden vers vest veteran vibe video vielse vifte vigtig vikar viking vild vilje vilkår
  villa vimpel vindue vinge vinkel vinter viol visdom visit visne vissen vogn vogter vokal voks volumen vove vrang
  vridning vugge vulkan våge vædder vægt vækkeur vækst vælling værdi værelse værft værktøj værtinde væsel vævet yacht
  ydmyg ynde yndig yngel yoghurt yppig ytring zebra zenit zigzag zink zone zoologi zoom åben åbning åger åkande
  ålegræs åndehul årle årring årsag årstid årti åsted æble ædel ædru ægte ækvator ælde ærefrygt ærgre ærinde ærlig
  ærme æske æstetik æter ødelagt ødemark ødsel øjeblik øjenbryn økologi økonomi økse ømhed ønske ørenring ørken ørred
  øsekar østers østlig øvelse øverst øvre
`
  .trim()
  .split(/\s+/)
