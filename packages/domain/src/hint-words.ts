const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** First names that many people in Denmark have. General knowledge, not a list of anybody's. */
export const firstNames = set(`
  ahmed aksel albert alexander alfred ali alice alma amalie amina anders andrea andreas anette ann anna anne annette
  anton arne arthur asger asta august benjamin bent bente berit birgit birgitte birthe bjarne bo britta brian britt bodil
  camilla carl carla caroline carsten casper cecilie charlotte christian christina christine christoffer claus clara
  conny daniel david ditte dorte dorthe ebbe edith elisabeth elise ella ellen elin else emil emilie emma erik erling ernst
  esben esther eva fatima felix fie finn flemming freja frank frederik frederikke frida frode gitte grete grethe gunnar
  gustav hanne hannah hans harald hassan heidi helena helene helge helle henning henriette henrik henry holger hussein ib
  ibrahim ida inge inger ingrid irene isabella jacob jakob jan janne janni jens jeppe jesper jette jimmy joan johan johanne
  johannes john johnny jonas jonathan jytte jørgen jørn kaja karen karin karina karl karla karsten kasper kenneth kent
  kirsten kim kira kirstine kjeld klara klaus knud kristian kristina kristine kurt lars lasse laura laurits leif lena lene
  lilly line lis lisa lisbeth lise liselotte lone lotte louise lucas lukas mads magnus maja malene malthe maria mariam marianne
  marie marius markus marlene martin mathias mathilde merete mette mia michael mikael mikkel mogens mohamed mohammad
  mohammed morten mustafa muhammed nadia nana nanna nete niels nicklas nicolai niklas nikolaj nina noah ole oliver olivia omar
  oscar oskar otto palle patrick paul peder per pernille peter pia poul preben randi rasmus regitze rene rikke robert rolf
  rosa ruth sabrina sandra sanne sara sarah sebastian signe silje simon simone sine sissel sofia sofie solveig sonja steen
  steffen stig stine stinne susan susanne svend søren tanja terese theis therese thomas thor thorkild tim tina tine tobias tom
  tommy tove trine troels ulla ulrik valdemar vera vibeke victor victoria viggo vilhelm vivi william winnie yasmin yusuf
  yvonne zainab åge åse
`)

/** What is written with a capital letter and is no name: beginnings of sentences, days, months, programs, countries. */
export const notNames = set(`
  a about after again all alle allerede also alt altid an and andre anden april are as at august
  bagefter bare be because before begge bliver blive blev both bruger brug but by både
  can could da de dem den denne der derefter derfor deres des desuden det dette did didn dig din dine disse dit do does dog du
  each efter eftersom eller ellers en end endelig endnu er et even every
  faktisk far fem fik finder fire flere fordi for forhold fra fredag from før først få får
  god gode godt går gør ham han hans har hav havde hele hendes her hers hendes his hos how hun hvad hvem hver hverken hvilke
  hvilken hvis hvor hvordan hvorfor hvornår høre how however
  i if igen ikke imellem imens in ind indtil ingen ingenting is it its jeg jeres
  kan kom kommer kun kunne lad lader lige lidt lørdag
  man mandag mange maybe me med meget mellem mens men mig min mine mit mod mon monday tuesday wednesday thursday friday
  saturday sunday must my måske måtte
  no nogen noget nogle nok nu nå når nej never next not ofte og også om omkring on once onsdag op or os our over
  part people perhaps på resten
  samme samtidig selv selvom senere she should siden sidste sig sin sine sit skal skulle snart so som some sommetider spurgte
  stadig så sådan søndag tak that the their them then there these they this those til tirsdag to today torsdag trods tænk
  ud uden under until vagt var ved vel very vi vil ville vores være
  was we were what when where which while who why will with without would yes you your
  januar februar marts maj juni juli september oktober november december january february march may june july october
  jul påske pinse nytår ja jo jamen hej kære dear undskyld begge ingen enten både altså derimod således tidligere ligesom
  microsoft teams outlook google meet zoom word excel powerpoint aula sharepoint office windows apple chrome slack skype nexus
  danmark danish dansk norge sverige tyskland europa england grønland færøerne nordic norden
  folketinget byrådet regionsrådet kommunalbestyrelsen arbejdstilsynet datatilsynet ankestyrelsen
  new public management kind best regards venlig hilsen mvh corona covid gdpr lean prince2
  supervisor supervisoren teamet team fokusperson fokuspersonen lederen leder medarbejderen medarbejder kollegaen chefen
  direktøren borgmesteren rektor afdelingen skolen kommunen regionen ledelsen gruppen netværket borgeren eleven
  case clinic theory balint triade troika
`)

/** Words that end like the name of a school or a house and are none. */
export const plainPlaces = set(`
  folkeskolen folkeskole privatskolen privatskole friskolen friskole højskolen højskole efterskolen efterskole ungdomsskolen
  ungdomsskole musikskolen musikskole specialskolen specialskole naboskolen naboskole storskolen landsbyskolen byskolen
  heldagsskolen heldagsskole produktionsskolen erhvervsskolen handelsskolen fagskolen førskolen børneskolen grundskolen
  aftenskolen distriktsskolen hjemkommune bopælskommune nabokommune kommune storkommune landkommune beredskabscentret
  jobcentret plejecentret plejecenteret sundhedscentret ældrecentret værestedscentret dagcentret aktivitetscentret
  familiecentret naturbørnehave skovbørnehave skovbørnehaven universitetshospitalet
`)
