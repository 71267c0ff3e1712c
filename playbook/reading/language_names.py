"""Human languages and levels of command, as resumes in English, Spanish, German, French and Portuguese spell them.

Words alone; which words of a line name a language that someone speaks is for `playbook.reading.languages`.
"""

from __future__ import annotations

import re

_NAMES = """
afrikaans akan akkadian albanian alsatian amharic arabic
aragonese aramaic armenian assamese assyrian asturian aymara
azerbaijani azeri bambara bashkir basque belarusian belarussian
bemba bengali berber bhojpuri bislama bosnian breton
bulgarian burmese cantonese catalan cebuano chechen cherokee
chewa chichewa chinese choctaw chuvash coptic cornish
corsican cree creole crioulo croatian czech dagbani danish
dari dholuo dinka divehi dutch dzongkha english esperanto
estonian ewe faroese farsi fijian filipino finnish flemish
french frisian friulian fula fulani galician gaelic garifuna
georgian german greek greenlandic guarani gujarati haitian
hakka hausa hawaiian hebrew hiligaynon hindi hindustani hmong
hokkien hungarian icelandic igbo ilocano ilokano indonesian
inuktitut irish isindebele isixhosa isizulu italian japanese
javanese kabyle kannada kapampangan karen kashmiri kazakh
khmer kikuyu kinyarwanda kirundi kiswahili kongo konkani
korean krio kurdish kurmanji kyrgyz ladin ladino lakota
lao laotian latin latvian lingala lithuanian luganda luo
luxembourgish maasai macedonian maithili malagasy malay malayalam maltese mandarin mandinka manx maori marathi
marshallese maya mayan mixtec moldovan mongolian montenegrin
mossi nahuatl navajo ndebele nepali newari norwegian nuer
nyanja occitan odia ojibwe oriya oromo ossetian otomi
papiamento papiamentu pashto patois pedi persian pidgin polish
portuguese punjabi panjabi quechua rohingya romanian romani
romansh rundi russian saami sami samoan sanskrit sardinian
scots sepedi serbian serbo-croatian sesotho setswana shanghainese
shona sicilian sindhi sinhala sinhalese siswati slovak
slovene slovenian somali sorani sorbian sotho spanish
sranan sundanese swahili swati swedish sylheti tagalog tahitian
taiwanese tajik tamazight tamil tatar telugu teochew tetum
thai tibetan tigrigna tigrinya tongan tshivenda tsonga tswana
turkish turkmen tuvan twi ukrainian urdu uyghur uighur
uzbek valencian venda vietnamese visayan wallisian waray welsh
wolof wu xhosa xitsonga yiddish yoruba yucatec zapotec zulu asl bsl isl lsf lsm libras

español espanol castellano inglés ingles francés frances
alemán aleman italiano portugués portugues chino mandarín
mandarin cantonés japonés japones coreano ruso árabe
arabe hebreo hindi griego turco polaco neerlandés neerlandes
holandés holandes flamenco sueco noruego danés danes
finés finlandés finlandes islandés checo eslovaco esloveno húngaro
hungaro rumano búlgaro bulgaro serbio croata bosnio
ucraniano albanés vietnamita tailandés tagalo indonesio malayo persa
armenio georgiano lituano letón estonio catalán catalan
valenciano gallego euskera vasco aranés asturiano quechua aimara
aymara guaraní náhuatl nahuatl maya mapudungun mixteco
zapoteco otomí latín criollo suajili suahili bereber amazigh

deutsch englisch französisch franzosisch spanisch
italienisch portugiesisch niederländisch niederlandisch flämisch
schwedisch norwegisch dänisch danisch finnisch
isländisch russisch ukrainisch weißrussisch belarussisch polnisch
tschechisch slowakisch slowenisch kroatisch serbisch
bosnisch mazedonisch albanisch bulgarisch rumänisch rumanisch
ungarisch griechisch türkisch turkisch kurdisch arabisch
hebräisch persisch paschtu chinesisch mandarin japanisch
koreanisch vietnamesisch thailändisch thai indonesisch malaiisch
hindi urdu bengalisch tamil georgisch armenisch
aserbaidschanisch estnisch lettisch litauisch katalanisch baskisch galicisch latein lateinisch altgriechisch
schweizerdeutsch schwyzerdütsch luxemburgisch rätoromanisch
gebärdensprache suaheli somalisch tigrinisch amharisch
mongolisch kasachisch usbekisch romanes

français francais anglais allemand espagnol italien
portugais néerlandais neerlandais flamand suédois suedois norvégien
danois finnois islandais russe ukrainien biélorusse polonais
tchèque tcheque slovaque slovène croate serbe bosniaque
bosnien macédonien albanais bulgare roumain hongrois grec turc
kurde arabe hébreu hebreu persan chinois japonais coréen
coreen vietnamien thaï thaïlandais indonésien malais cambodgien
laotien bengali tamoul géorgien arménien azéri estonien
letton lituanien catalan basque galicien breton occitan corse
alsacien créole creole kabyle berbère peul wolof bambara
malgache lingala swahili haoussa latin luxembourgeois romanche

português inglês francês alemão alemao italiano espanhol
castelhano chinês japonês russo árabe hebraico grego turco
polonês polaco holandês neerlandês sueco norueguês dinamarquês
finlandês tcheco checo eslovaco esloveno húngaro romeno
búlgaro sérvio croata ucraniano vietnamita tailandês indonésio
malaio galego catalão basco latim crioulo tupi libras
mandarim cantonês coreano

norsk bokmål nynorsk svenska dansk suomi íslenska
nederlands vlaams polski čeština cestina slovenčina slovenščina
hrvatski srpski bosanski shqip magyar română romana
eesti latviešu lietuvių türkçe turkce azərbaycan kurdî euskara
galego català valencià gaeilge gàidhlig cymraeg brezhoneg māori
maori tiếng bahasa melayu malti kreyòl ayisyen yorùbá
ọ̀yọ́ somaliga soomaali afsoomaali runasimi français
italiano lëtzebuergesch føroyskt corsu furlan rumantsch sámi
davvisámegiella ʻōlelo

中文 汉语 漢語 普通话 普通話 国语 國語 粤语 粵語 廣東話 广东话 日本語 日语 英语
英語 英文 法语 法文 德语 韩语 西班牙语 俄语 한국어 조선말 العربية عربي الإنجليزية الفرنسية اردو
اُردو فارسی پښتو کوردی עברית русский украинский
українська белорусский български српски македонски қазақ монгол ελληνικά
հայերեն ქართული हिन्दी हिंदी मराठी नेपाली বাংলা ਪੰਜਾਬੀ ગુજરાતી
தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย ລາວ ខ្មែរ မြန်မာ አማርኛ
ትግርኛ ייִדיש
"""
LANGUAGES = frozenset(_NAMES.split())
"""One word each, in lower case."""

QUALIFIERS = frozenset(
    """american british brazilian european mexican canadian swiss austrian modern classical ancient biblical latin
    haitian cape verdean mauritian jamaican nigerian sierra simplified traditional standard egyptian levantine
    gulf moroccan tunisian algerian iraqi lebanese mandarin ki south north eastern western northern southern
    scottish old low high upper lower jersey guernsey langue lengua língua linguagem idioma the in auf en
    bolivian peruvian cuzco ayacucho quebec québécois te reo""".split()  # noqa: SIM905  words read best as one text
)
"""Words that stand before or after a language and belong to its name: "Brazilian Portuguese", "Haitian Creole"."""
SIGN = re.compile(
    r"^(?:[\w-]+ )?sign language\b|^lengua de (?:señas|signos)\b|^langue des signes\b|^língua (?:brasileira )?de sinais\b"
    r"|^(?:[\w-]+ )?gebärdensprache\b",
    re.IGNORECASE,
)

_LEVELS = """
native natively fluent fluently fluency bilingual
trilingual multilingual conversational conversant basic basics
beginner beginners elementary pre-intermediate intermediate
upper-intermediate upper advanced proficient proficiency
competent good very excellent fair moderate strong
limited full professional working business spoken speaking speaker
speak read reading reader write writing written heritage
novice expert superior rusty learning passive some first second
third foreign home family mother tongue language languages
level knowledge near like school technical medical kitchen
legal everyday social only understanding understood
comprehension listening skills certified certificate cefr cefrl
toefl toeic ielts delf dalf dele goethe hsk jlpt
topik cambridge telc celi plida siele celpe-bras nativo nativa materno
materna lengua idioma bilingüe fluido fluida fluidez
avanzado avanzada avanzados intermedio intermedia medio media alto
alta bajo básico básica basico basica elemental
elementales conversación conversacional hablado escrito leído lectura
nivel conocimientos profesional técnico competente bueno buena muy nociones muttersprache muttersprachler
muttersprachlerin muttersprachlich muttersprachniveau verhandlungssicher fließend fliessend gut gute sehr
grundkenntnisse grundlagen kenntnisse gering erweiterte fortgeschritten fortgeschrittene konversationssicher
schulkenntnisse basiskenntnisse in wort schrift und
sicher anfänger niveau mündlich schriftlich verhandlungssichere
fließende zweitsprache maternelle maternel langue courant courante
couramment bilingue lu parlé parlée écrit écrite
intermédiaire débutant débutante scolaire notions
avancé avancée professionnel professionnelle opérationnel technique
bon bonne très bonnes maîtrise bases base
élémentaire materno fluente fluência avançado intermediário intermediária
iniciante básico nativo língua técnica leitura escrita conversação fala bom boa
noções a1 a2 b1 b2 c1 c2 n1 n2 n3 n4 n5
and or to of for at from with a an the de la le les
des du et ou y e en o niv level years year und mit speaking/writing
r w s
"""
LEVELS = frozenset(_LEVELS.split())
"""Words of how well a language is known; with a language's name alone they make the whole of an entry."""
_FIRM = LEVELS - frozenset(
    """and or to of for at from with a an the de la le les des du et ou y e en o in und mit r w s technical medical kitchen
    legal social business certified certificate language languages some full good very school home family first second third
    foreign media base bases learning expert advanced professional technique técnico técnica cambridge goethe skills only
    knowledge level years year like near upper strong""".split()  # noqa: SIM905  as above
) | {"advanced", "professional"}
LEVEL = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, _FIRM), key=len, reverse=True))})(?![\w-])|(?<!\w)[abc][12][+-]?(?!\w)",
    re.IGNORECASE,
)
"""A word that says how well a language is known and hardly anything else."""
PROGRAMMING = frozenset(
    """python java javascript typescript c c++ c# go golang rust ruby php sql r kotlin swift scala perl html css bash shell
    matlab julia haskell elixir erlang clojure dart lua fortran cobol vba abap apex groovy assembly f# ocaml lisp scheme
    prolog
    solidity vhdl verilog powershell html5 css3 sass xml json yaml latex stata sas spss graphql node node.js react
    angular vue objective-c delphi pascal visual plsql pl/sql t-sql nosql""".split()  # noqa: SIM905  as above
)
"""What else goes by the name of a language."""
