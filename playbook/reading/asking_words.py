"""The words by which postings ask, prefer and give work, in English, German, Spanish, French and Portuguese.

Patterns only, each linear; how they decide on a line is for `playbook.reading.requirements`.
"""

from __future__ import annotations

import re

PREFERRED = re.compile(
    r"\b(?:nice[- ]to[- ]haves?|nice if|(?:is|are|would be|as|strong|big|definite) an? (?:\w+ )?(?:plus|bonus|advantage|asset)|"
    r"(?:are|be) (?:\w+ )?(?:assets|advantages|pluses)|"
    r"a (?:big |huge |real |definite |strong |great |major |distinct )?plus\b(?!-)|a (?:big |huge |real |nice |great )bonus|"
    r"an (?:added |"
    r"additional )?(?:advantage|bonus|asset(?! (?:man|cla)))|"
    r"bonus(?: points)? (?:if|for)|bonus points|extra points|brownie points|"
    r"(?:is|are|be|highly|strongly|greatly|also) (?:(?:highly|strongly|very|also|particularly|especially|most) )?"
    r"(?:preferred|desirable|desired|advantageous|welcome|helpful|useful|beneficial|valued|appreciated|an? plus)|"
    r"ideally|preferabl[ye]|desirable|advantageous|optional|"
    r"(?:not|isn['’]t|aren['’]t|never)(?: strictly| absolutely| a)? (?:required|must|essential|necessary|mandatory|needed|"
    r"requirement|dealbreaker)|"
    r"(?:would|['’]d|will) be (?:(?:\w+ )?(?:lovely|great|nice|good to|handy|useful|helpful|wonderful|fantastic|ideal\b|"
    r"perfect\b|a dream|delighted|thrilled)|good if)|"
    r"(?:would |['’]d )?(?:also |really )?helps? if you|even better|so much the better|all the better|"
    r"if you (?:also |already |happen to |even )(?:know|have|speak|can|hold|are|play|drive|own|worked)|"
    r"we['’]d (?:especially |particularly )?love (?:it )?if)\b"
    r"|(?:[,;(:–-]\s*|\s)(?:preferred|desired|desirable|a plus|an asset|advantageous|optional|helpful|useful|welcome|nice|"
    r"beneficial|handy)\)?[.!]?$"
    r"|(?:[,;(:–-]\s*|\s)(?:preferred|desired|desirable|a plus|an asset|advantageous|optional)\b"
    r"(?=\s*(?:[,;.)–—]|(?:but|though|although|however|not|if)\b))"
    r"|^(?:preferred|desired|desirable|nice|bonus|plus|optional|welcome|also welcome)\b(?: [\w-]+){0,2}:"
    r"|^(?:preferred|desired|desirable) (?:experience|qualifications?|skills?|background|knowledge|education|certifications?)\b"
    r"|\b(?:idealerweise|bestenfalls|optimalerweise|vorzugsweise|wünschenswert\w*|von vorteil|gern(?:e)? gesehen|"
    r"pluspunkt\w*|ein plus|"
    r"nicht zwingend|kein muss|wäre(?:n)? (?:schön|toll|super|ideal|von)|"
    r"se valora\w*|valorable\w*|valoraremos|deseable\w*|preferible\w*|preferentemente|idealmente|un plus|no imprescindible|"
    r"souhait(?:é|able)\w*|appréci(?:é|able)\w*|idéalement|un (?:vrai |réel |véritable )?(?:plus|atout)|de préférence|"
    r"bienvenue?s?|préférable\w*|"
    r"desejáve(?:l|is)|diferencia(?:l|is)|preferencialmente|preferência|um plus|valorizamos quem)\b",
    re.IGNORECASE,
)
"""Something would be welcome."""

MUST = re.compile(
    r"\b(?:must(?!-see)|(?<!as )(?<!when )(?<!where )(?<!if )required(?! (?:for (?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december|asap)|documents))|"
    r"requires?(?! improvement)|"
    r"(?<!if )(?<!once )(?<!when )(?<!what )(?<!that )(?<!until )(?<!after )(?<!as )(?<!whether )you(?:['’]ve|"
    r" have)(?! (?:a chance|the chance|questions|any questions|access))|"
    r"(?<!if )(?<!once )(?<!when )(?<!where )(?<!whether )(?<!because )(?<!that )you(?:['’]re| are) (?:an?\b|comfortable|"
    r"fluent|able|licensed|certified|registered|organi[sz]ed|at ease|used|skilled|"
    r"experienced|confident|familiar|good|great|happy|willing|qualified|proficient|passionate|detail|self|someone|studying|"
    r"enrolled|currently|available|legally)|"
    r"you (?:will |would |['’]ll )?(?:also )?(?:need|have to|should (?:have|be|hold|know)|ought to)|you(?:['’]ll| will|"
    r" would) (?:also )?(?:bring|possess|hold|demonstrate)|"
    r"we(?:['’]d| would| do| also)* (?:need|want|expect|require|ask|like) (?:is |for |that )?(?:you|someone|somebody|people|"
    r"a person|candidates|applicants|anyone)|"
    r"(?:what )?we (?:do )?need is|(?:need|want|looking for|seeking|hiring|seeks|look for) (?:a |an )?(?:\w+ )?(?:someone|"
    r"somebody|people|person|candidates?|individuals?|applicants?) (?:who|with|that)|"
    r"(?:the )?(?:ideal|successful|right|suitable|preferred|strong) (?:candidate|person|applicant)s?(?: will|"
    r" should)? (?:have|has|is|be|brings?|holds?|possess)|"
    r"(?:candidates|applicants) (?:must|should|need|will have|with|are expected)|should (?:have|hold|possess|be (?:able|"
    r"comfortable|fluent))|"
    r"(?:is|are) (?:essential|mandatory|necessary|needed|a must|critical|non-negotiable|crucial)|minimum(?: of)?|"
    r"at least (?:\w+\+? |\d)|be able to|have to be|"
    r"somebody who|someone who|someone with|somebody with|no less than)\b"
    r"|^(?:you (?:also |already )?(?:hold|bring|know|speak|can|enjoy|love|possess|like|understand|thrive|care|work well|"
    r"take pride)\b|own (?:[\w-]+ ){0,2}(?:tools?|transport\w*|car|vehicle|van|laptop|equipment)|be (?:at least|able|willing|"
    r"over|legally|fluent|available|comfortable)|"
    r"have (?:a |an |your |at least |experience|strong|good|excellent|proven)|valid |current |clean |active |legally |eligib|"
    r"authori[sz]ed|right to work)"
    r"|\b(?:voraussetzung\w*|erforderlich\w*|zwingend(?! keine)|wir (?:erwarten|setzen voraus|wünschen uns)|sie (?:haben|"
    r"verfügen|bringen|besitzen|sind|sprechen|beherrschen)|"
    r"du (?:hast|bringst|bist|verfügst|besitzt|sprichst|beherrschst|kannst)|mindestens|"
    r"se requiere\w*|requerimos|requisito\w*|imprescindible\w*|obligatori[oa]s?|es necesari[oa]|debe(?:s|rás?|n|rán)?\b|"
    r"tienes|cuentas con|"
    r"(?:persona|alguien|profesional)(?:es)? (?:con|que (?:tenga|sepa|disponga|sea|cuente|domine|hable|haya|aporte))|"
    r"mínim[oa]|al menos|"
    r"vous (?:avez|êtes|possédez|justifiez|maîtrisez|disposez|parlez|savez|connaissez|aimez)|exigée?s?|obligatoires?|"
    r"indispensables?|requise?s?|titulaire|au moins|"
    r"(?:une personne|quelqu['’]un) (?:qui|ayant|avec)|"
    r"é necessári[oa]|exigimos|exige-se|obrigatóri[oa]s?|imprescindíve(?:l|is)|indispensáve(?:l|is)|você (?:tem|possui|é|"
    r"domina|fala)|pelo menos|no mínimo|"
    r"(?:pessoa|alguém|profissional) (?:com|que (?:tenha|saiba|seja|domine|fale|possua)))\b",
    re.IGNORECASE,
)
"""Something is asked for, wherever the words stand."""

SEEKS = re.compile(
    r"\b(?:seeks?|seeking|looking for|in search of) (?:an? |the |our |someone |people )(?:(?! to )[^.]){3,80}? (?:who|with|"
    r"whose)\b",
    re.IGNORECASE,
)
"""Whom the employer looks for: "seeks a leader with fifteen years of experience"."""
HAVING = re.compile(
    r"\b(?:proven|demonstrated|proficien(?:t|cy)|fluen(?:t|cy)|knowledge of|understanding of|familiar(?:ity)? with|"
    r"ability to|able to|"
    r"willing(?:ness)? to|degree in|bachelor(?:['’]?s)?|master['’]?s|associate['’]?s? degree|diploma|ged\b|licen[cs]e|"
    r"licensed|licensure|certification|certified|"
    r"certificate|credential|registration (?:as|with)|experience (?:in|with|of|as|at|on|working|managing|leading|selling|"
    r"using|is)|experienced (?:in|with)|"
    r"\d+\+? years|years of (?:[\w-]+ ){0,4}experience|(?:prior |previous |related |relevant |\w+ )experience(?=[.,;)]?$)|"
    r"skilled (?:in|at)|background in|track record|comfortable (?:with|using|working)|"
    r"(?:strong|excellent|good|great|solid|outstanding|exceptional) (?:[\w-]+ ){0,3}(?:skills?|knowledge|command|"
    r"communicat\w+|understanding)|"
    r"cdl|class [abc]\b|passport|driver['’]?s['’]? licen[cs]e|driving licen[cs]e|qualified|eligible to|passion for|"
    r"attention to detail|"
    r"looking for (?:someone|people|a person|candidates|somebody)|"
    r"\w*erfahrung(?:en)?|\w*kenntnisse|führerschein|abgeschlossene[rs]?|ausbildung (?:als|zum|zur|im)|studium|bereitschaft|"
    r"fähigkeit|sicherer umgang|"
    r"experiencia|titulación|título (?:de|en|universitario)|conocimientos?|dominio|carn[ée] de conducir|nivel (?:alto|medio|"
    r"de|b2|c1)|disponibilidad|capacidad|"
    r"expérience|diplôme|formation (?:en|de|bac|supérieure|initiale)|maîtrise|permis [a-e]\b|connaissances?|rigueur|"
    r"capacité à|sens d[eu]|"
    r"experiência|ensino (?:médio|superior|fundamental)|formação|conhecimentos?|domínio|cnh|disponibilidade|graduação|"
    r"habilidade)\b",
    re.IGNORECASE,
)
"""Words for what one has or is: they ask in a list, and in prose where nobody else is said to have it."""

DUTY = re.compile(
    r"\b(?:you(?:['’]ll| will| would)|you['’]d(?! (?:like|love|prefer|rather))|(?:the|this) (?:role|position|job|work|person|"
    r"successful candidate|"
    r"post ?holder|jobholder|incumbent|candidate|hire)(?: also)? (?:will|involves|includes|entails|is responsible|consists)|"
    r"(?:the|this) (?:role|position|post|job|incumbent) (?:also )?(?!is\b|was\b|has\b|offers|pays|reports|comes|provides|"
    r"exists|sits|requires|needs|demands|calls|closes|starts|begins|does)[a-z]+s\b|"
    r"(?:he or she|she or he|s/he|he/she|they|this person|the person|the holder) will|"
    r"(?:is|are|be) responsible for|responsible for|responsibilities include|duties (?:include|are)|tasks include|day to day|"
    r"your (?:job|day|days|work|role|week|mission|main task|tasks|time) (?:will|is|are|starts|includes|involves|would)|"
    r"in charge of|"
    r"(?:need|want|looking for) (?:someone|somebody|a person) to)\b"
    r"|^(?:in this role|as (?:an?|our|the)\b[^.]{3,60}),? you\b"
    r"|^you (?:also )?(?:lead|manage|run|own|oversee|supervise|head|direct|coordinate) (?:an?|the|our|\d+) "
    r"|^(?:sie|du) (?!haben|hast|bist|sind|soll|bring|verfüg|besitz|spr[ei]ch|beherrsch|k[aö]nn|kenn|m[uü][sß])\w+(?:en|st|"
    r"t)\b|\b(?:verantwortlich für|zu (?:ihren|"
    r"deinen) aufgaben|ihre aufgaben (?:sind|umfassen))\b"
    r"|\b(?:te encargarás|se encargará|serás (?:responsable|el|la)|tus funciones|\w{2,}(?:arás|erás|irás)|responsable de|"
    r"la persona (?:seleccionada|contratada) \w+rá)\b"
    r"|(?:^|, )vous (?!avez|êtes|possédez|justifiez|maîtrisez|disposez|parlez|savez|connaissez|aimez|recevr)\w+ez\b|"
    r"\bvous serez\b|\ben charge d"
    r"|\b(?:você (?:vai|irá|será)|será responsável|responsável por|suas atividades)\b",
    re.IGNORECASE,
)
"""What the person will do."""

HAVE_NOT_DO = re.compile(
    r"\byou(?:['’]ll| will| would) (?:also |ideally |typically )?(?:need|"
    r"have (?!access|the (?:chance|opportunity|ability to|freedom|autonomy|space)|"
    r"a (?:chance|say|direct)|fun|your|lunch|time)|"
    r"bring|possess|hold|require|be (?:able|fluent|qualified|comfortable|experienced|familiar|confident|organi[sz]ed|"
    r"educated|proficient|"
    r"an? (?!key|part|member|vital|central|core|big|valued|integral|point|team)|legally|required|expected to have))",
    re.IGNORECASE,
)
"""The future by which British postings ask: "You will have a degree"."""

OFFER = re.compile(
    r"\byou(?:['’]ll| will| would) (?:also )?(?:join|be joining|get|receive|love|enjoy|find|have (?:access|fun|a (?:chance|"
    r"say|direct)|the (?:chance|ability to|freedom|autonomy|space|"
    r"opportunity))|be part of|be (?:an? )?(?:key |core |integral |vital |valued )?(?:part|member)|report|be reporting|"
    r"be based|sit (?:in|within|among|alongside) (?:an?|the|our) (?:[\w&-]+ ){0,3}"
    r"(?:team|squad|group|pod|tribe|department|unit|function|trio)\b|be surrounded|be joined|be paid|be supported|"
    r"be given|be welcomed|be trained|earn|be rewarded|be invited|hear|be asked|be contacted)\b|^reports? to\b|"
    r"^reporting (?:directly )?(?:to [^,]+$|line)|"
    r"\b(?:ihr|dein)e? (?:arbeitsort|vorgesetzte)|\bvous (?:rejoindrez|recevrez|bénéficierez|intégrerez)|\bte (?:unirás|"
    r"incorporarás)\b|\bdependerás\b",
    re.IGNORECASE,
)
"""What the person gets, or whom they join: no duty."""
