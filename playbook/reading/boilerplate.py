"""What stands in every posting and asks for nothing: law, how to apply, pay, benefits, mail and page furniture.

In the five languages that are read. Words that a requirement may hold, too ("must pass a background check"), count only
where no heading vouches for the line. What a line asks for is for `playbook.reading.requirements`.
"""

from __future__ import annotations

import re

from playbook.knowledge.recall import recalled

_LEGAL = re.compile(
    r"equal[- ](?:employment )?opportunit(?!ies (?:law|legislation))|without regard to|protected (?:veteran|class|by law|"
    r"characteristic|status)|"
    r"regardless of (?:race|age|gender|sex|background)|(?<!with or without )(?<!without a )reasonable (?:accommodation|"
    r"adjustment)|veteran status|sexual orientation|"
    r"gender identity|affirmative action|fair chance|all qualified (?:applicants|people|candidates)|disability confident|"
    r"\bwe (?:(?:actively |particularly |strongly |warmly )?(?:celebrate|welcome|encourage) (?:diversity|applica|candidates|"
    r"everyone|all )|do(?:n['’]t| not) discriminate|are committed to (?:building|creating|diversity|equal))|"
    r"(?:welcomes|encourages?) applications|"
    r"(?:are|is) (?:\w+ )?(?:encouraged|welcome|invited) to apply\b|"
    r"(?:this|the above) (?:job |position )?(?:description|posting|statements?|list)\b.{0,40}(?:not (?:intended|designed|"
    r"an exhaustive|"
    r"all-inclusive)|is intended|may change)|not (?:be construed as )?(?:an )?(?:exhaustive|all[- ]inclusive) list|"
    r"unsolicited (?:r[eé]sum[eé]s|cvs?|applications)|"
    r"unabhängig von (?:geschlecht|alter|herkunft|nationalität|ihre|deine)|chancengleichheit|bewerbungen (?:aller|"
    r"von) (?:menschen|frauen)|"
    r"schwerbehinderte (?:menschen|bewerber)|"
    r"igualdad de (?:trato|oportunidades|género)|plan de igualdad|sin distinción de|no discrimina|"
    r"égalité des chances|sans distinction|situation de handicap|handi-?(?:accueillant|engagé)|"
    r"igualdade de oportunidades|pessoas com deficiência|independentemente d[eoa]|sem distinção|"
    r"rehabilitation of offenders|\(?exceptions\)? order\b|certificates? of sponsorship|nine grounds|"
    r"(?:committed to|an) employment equity|employment equality acts?|"
    r"(?:traditional|unceded) (?:owners|custodians|land|territor)|we acknowledge (?:that we|the)\b|"
    r"applications? (?:from|by) (?:all|indigenous|aboriginal|first nations|women|people|candidates|qualified|suitably|members|"
    r"under-?represented|disabled|veterans)|\bis an? (?:child[- ]safe|at[- ]will)|\bat-will employ|"
    r"(?:we|company|employer|role|position|post)\b.{0,30}(?:unable|not able|cannot|can['’]t|does not|do not|don['’]t|will not|"
    r"won['’]t|not)\b.{0,20}\bsponsor|reserves? the right to\b|"
    r"never asks? (?:for|candidates)|fraudulent (?:offers?|jobs?|recruit)|"
    r"(?:employment|offers?|appointments?|the post) (?:is|are|will be) (?:contingent|conditional|made subject|subject to)\b|"
    r"\bany person holding the (?:office|post)\b|\bcandidates? (?:must|shall) be of good character\b|"
    r"\bproperly discharge the (?:functions|duties) of the (?:role|office|post)\b|"
    r"(?:tell us|let us know|contact us|get in touch|\bask us)\b.{0,40}\b(?:adjustments?|accommodations?)\b|"
    r"\bif you (?:need|require|would like)\b.{0,30}\b(?:adjustments?|accommodations?)\b|"
    r"\bcanvass\w*\b.{0,40}\bdisqualif|(?:law|act) requires the disclosure|(?:motor vehicle|criminal) record check",
    re.IGNORECASE,
)
_LEGAL_HIRING = re.compile(
    r"\b(?:duties|tasks|examples|statements|functions)\b.{0,60}\b(?:illustrative|not (?:intended to be |necessarily )?(?:an )?"
    r"(?:all[- ]inclusive|exhaustive|complete)\b)|"
    r"\bimmigration reform and control act\b|\bverify (?:their |your )?(?:identity|eligibility) (?:and|to) |\bform i-?9\b|"
    r"\b(?:complete|serve|pass|subject to)\b.{0,40}\b(?:probationary|probation|trial service) period\b|"
    r"\bdisaster service workers?\b|"
    r"^(?:or:? +|and/or:? +)?(?:any |an )?(?:other )?(?:equivalent |acceptable )?combination of (?:\w+,? (?:and |or )?){0,4}"
    r"(?:education|training|experience)\b|"
    r"\b(?:may|can|will) be substituted (?:for|on)\b|\bprovisions of this (?:announcement|bulletin|posting)\b",
    re.IGNORECASE,
)
"""What an authority says in each of its postings: that a list is none, how long probation is, what may stand for a degree."""
_BY_LAW = re.compile(
    r"\bmember (?:of (?:the )?)?(?:fdic|ncua|sipc|finra)\b|insured by (?:the )?(?:fdic|ncua)\b|"
    r"equal housing (?:lender|provider|opportunity)\b(?! (?:laws?|rules?|regulations?|requirements?))|"
    r"\bauthori[sz]ed and regulated by\b|^(?:we|the (?:firm|company|practice)) (?:is|are) regulated by\b|"
    r"\bregistered (?:charity|office|company|in (?:england|scotland|wales|northern|ireland))\b.{0,60}?\d{5}|"
    r"\b(?:charity|company|registration|institution) (?:registration )?(?:no|number)\b[.:# ]*(?:[A-Z]{1,4} ?)?\d{4}|"
    r"(?-i:\b(?:ABN|ACN|NZBN|NMLS|SIRET|SIREN|HRB|CNPJ|VAT|EIN|USt-Id\w*))(?: (?:id|reg|registration))?(?: (?:no|number))?"
    r"[.:# ]*(?:[A-Z]{2} ?)?\d[\d ./-]{3}",
    re.IGNORECASE,
)
"""What the employer is by law, and under which number: no posting asks it of whoever comes."""
_ASIDE = re.compile(
    r"\s*\([^()]*\)|(?:[;.]|,(?= subject to)|\s[-–—])\s+(?:subject to )?(?:any )?reasonable (?:adjustments?|"
    r"accommodations?)\b[^;]*$",
    re.IGNORECASE,
)
"""What is said beside a requirement: "Able to travel (reasonable adjustments will be made)"."""
_OF_BODY = re.compile(
    r"\bphysical (?:(?:and|&) \w+ )?(?:requirements?|demands?|abilit|activit|conditions)|\bworking conditions|"
    r"\bwork(?:ing)? environment|\benvironmental conditions",
    re.IGNORECASE,
)
_BODILY = re.compile(
    r"\b(?:sit|stand|walk|lift|bend|stoop|kneel|crouch|climb|crawl|reach|push|pull|carry|talk|hear|see|vision|keyboard|computer|"
    r"prolonged|extended|repetitive|noise|temperatures?|indoors|outdoors|lbs|pounds|kg)",
    re.IGNORECASE,
)
_STRAIN = re.compile(
    r"(?:must be |be )?(?:physically )?(?:able|ability|capable|capacity)(?: of| to)? (?:[\w-]+ ){0,3}"
    r"(?:stand|sit|walk|lift|bend|climb|kneel|stoop|crouch|carry)(?:ing)?\b.{0,80}\b(?:lbs?|pounds|kg|kilos|hours|periods?|feet)\b",
    re.IGNORECASE,
)
_PROVEN = re.compile(r"\b(?:licen[cs]e|certifi|pass\b|test\b|swim|fitness standard)", re.IGNORECASE)
"""What can be shown, and so is asked."""
_STOP = re.compile(r"(?<=[a-z]\.)\s+(?=[A-Z])")
_CATCH_ALL = re.compile(
    r"(?:and |to |will |may |the )*(?:perform(?:s|ing)?|undertak(?:es?|ing)|carr(?:y|ies|ying) out|complet(?:es?|ing)|"
    r"assum(?:es?|ing)|do(?:es)?|take on|handle)?\s*(?:of )?(?:any |all |such |various )*(?:other|additional|miscellaneous|"
    r"related|ad[- ]hoc) (?:[\w-]+ )?(?:duties|tasks|responsibilities|work|projects|assignments)\b"
    r"(?: (?:and|or) (?:duties|responsibilities|tasks|projects))?,?"
    r"(?: .{0,40}\b(?:assigned|required|requested|directed|needed|commensurate|necessary|delegated|asked|time to time|"
    r"reasonabl[ey])\b.{0,60})?"
    r"[.;]?",
    re.IGNORECASE,
)
"""Whatever else may come: no duty that anybody could show."""
_LEGAL_ELSE = re.compile(
    r"background (?:check|screening)|drug (?:test|screen)|drug[- ]free|e-verify|criminal (?:history|record)|\bdbs\b|"
    r"pre-?employment (?:check|screen)|privacy (?:policy|notice|statement)|\bgdpr\b|discriminat|datenschutz|discapacidad|"
    r"\bpcds?\b|"
    r"\b(?:right|eligible|entitled|authori[sz]ed|permitted|legally able) to (?:live and )?work in\b|"
    r"subject to (?:an? )?(?:enhanced |satisfactory )?(?:references|change)|committed to (?:equal|diversity|inclusion|"
    r"safeguarding)",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"(?:^to apply\b|how to apply|\bto apply(?=[,:]| (?:for (?:this|the) (?:role|job|position|post)|please|send|submit|visit|"
    r"click|e-?mail|online)\b))|\b(?:how you apply|apply (?:now|here|online|today|by|via|through|in confidence|directly|"
    r"on our)|"
    r"(?:send|submit|e-?mail|upload|attach|forward|text)(?: us| me)?,? ?(?:in )?(?:a |an |your |the |one )?"
    r"(?:pic of your |copy of your |current |updated |up-to-date |short |brief |completed )?"
    r"(?:letter|cv|resume|r[ée]sum[ée]|cover|application|portfolio|pdf)|"
    r"closing date|application deadline|deadline for applications|applications? (?:close|are (?:reviewed|open|accepted|"
    r"considered)|must be)|"
    r"(?:may|might|will|to) close (?:(?:this|the|our) (?:advert\w*|vacancy|posting|post|role|job) )?(?:early|sooner)|"
    r"(?:not|n['’]t) (?:heard|hear|received?) .{0,60}(?:unsuccessful|not (?:been )?successful)|"
    r"incomplete applications|methods? of application|no (?:agencies|recruiters|phone calls)|only (?:short-?listed|"
    r"selected candidates|successful)|"
    r"shortlisted (?:candidates|applicants)|visits? to (?:the |our )?(?:school|nursery|ward|department|site) (?:are|is))\b"
    r"|\bbewirb dich|\bbewerben sie|\bihre (?:vollständigen |aussagekräftigen )?bewerbung|"
    r"senden sie .{0,60}(?:unterlagen|bewerbung|lebenslauf)|\bbewerbungs(?:unterlagen|schluss|frist)|"
    r"(?:interesad[oa]s|candidaturas?)\b.{0,30}(?:enviar|escribir|remitir|preselec)|"
    r"\benv[ií](?:a|e|ar|en|ad|anos|enos)\b.{0,40}\b(?:cv|curr[ií]cul\w+|candidatura|solicitud)|preseleccionad|"
    r"\b(?:envoye[rz]|adresse[rz])\b.{0,40}(?:cv|candidature)|\bpostulez\b|\bpour postuler|lettre de motivation|"
    r"\bcandidate-se\b|\benvie (?:o |seu )?(?:cv|curr)|\binteressados?\b.{0,30}(?:enviar|devem)",
    re.IGNORECASE,
)
_APPLY_ELSE = re.compile(
    r"\b(?:(?:please |still |do )?apply anyway|(?:tell|write to) us (?:about it|why|how|what)|"
    r"(?:encourage|urge|want|invite|love) you to apply|apply even if|"
    r"apply (?:at|with)|(?:when|before) (?:you )?apply(?:ing)?|"
    r"(?:received|applications?) (?:should|will be|forms?|"
    r"process|materials)|walk-?ins|"
    r"(?:we|i) (?:will|['’]ll) (?:call|contact|be in touch|get back|review|interview|respond)|hear (?:back )?from us|"
    r"(?:interview|hiring|selection|recruitment) (?:process|stages?|rounds?|panel)|interviews? (?:will|are|in the|on the|the)|"
    r"name (?:two|three) ref|referees?|(?:names? of|contact details).{0,30}references|"
    r"(?:click|press|tap) (?:the |on |here|apply|below)|sign in|log in|create (?:a |an )?(?:job )?alert|"
    r"(?:call|ring|phone|text|contact|ask for|reach(?: out to)?|write to|get in touch with) (?:or (?:text|call) )?"
    r"(?:us|me|the (?:shop|office)|(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)(?: (?:on|at|after|before|for|or)\b|[,.!?]|$)|"
    r"we want you\b(?! to\b)|join our team[.!]?$|for (?:any )?questions,? (?:please )?(?:contact|e-?mail|call)|"
    r"(?:questions|interested)\?|sounds? like (?:you|a fit)|(?:stop|drop) (?:by|in)\b|(?:please|just|(?<=, )|"
    r"(?<=or )) ?come (?:by|in)\b|^come (?:by|in|see|and)\b|visits? (?:are|is|our website|www)|visit us|"
    r"(?:a|\d+)[ -](?:\d+[- ]minute|thirty-minute|phone|video|trial|working) (?:call|chat|interview|shift|conversation)|"
    r"rufen sie|melden sie sich|senden sie|freuen (?:wir )?uns auf|gehaltsvorstellung|eintrittstermin|schick(?:e|en|t)? uns|"
    r"inscr[ií]b\w*|"
    r"(?:solo|sólo) contactaremos|merci d['’](?:envoyer|adresser)|candidatures?|cadastre|inscrições|candidaturas?)\b|©",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\b(?:we|this (?:site|website|page)|our (?:site|website)|and (?:our )?partners)\b.{0,40}\bcookies\b|"
    r"\bcookie (?:settings|policy|preferences|"
    r"consent|notice)|accept (?:all|cookies)|manage (?:cookies|preferences)|"
    r"(?:solely|only|exclusively) for the (?:use of |attention of )?(?:the |its )?(?:intended|addressee|recipient|individual)|"
    r"intended (?:solely|recipient|addressee)|confidentiality notice|may contain (?:privileged|confidential)|"
    r"(?:review|use|copying|dissemination|disclosure|distribution)\b.{0,50}\bprohibited|"
    r"consider the environment|sent from my \w+|unsubscribe|(?:sign up|subscribe)[^.]{0,30}newsletter|"
    r"(?:diese|esta|este|ce) (?:e-?mail|nachricht|mensaje|correo|message|mensagem)\b.{0,80}\b(?:vertraulich|confiden)|"
    r"people also (?:viewed|searched)|report this (?:job|ad)|all rights reserved|powered by|^\d[\d,.]*\+? (?:reviews?|"
    r"followers|applicants?|employees|connections|views)\b|^(?:ask a question|was this (?:job )?helpful|"
    r"create (?:an )?account|upload your|get notified|e-?mail me|try premium|see who|view (?:company|profile)|"
    r"follow (?:company|us)|show (?:more|less)|see (?:more|less)|read (?:more|less)|hiring (?:\d+|multiple) candidates?)\b|"
    r"job alerts?|^posted\b|you must be (?:logged|signed) in",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"401\(?k\)?|403\(?b\)?|\b(?:paid (?:time off|leave|holidays?|vacation|sick|lunch|training|breaks)|pto|"
    r"health (?:insurance|ins\b|care plan|plan|coverage|benefits)|medical (?:insurance|and dental|coverage|benefits)|"
    r"(?:medical|health), dental|dental (?:insurance|plan|and|coverage|cover)|"
    r"vision (?:insurance|coverage|plan)|dental, vision|life insurance|private (?:healthcare|medical)|"
    r"(?:parental|maternity|paternity|sick|annual|family) leave|days? (?:of )?(?:leave|holiday|vacation|pto|annual|paid)|"
    r"(?:weeks?|wks)(?:['’])? (?:of )?(?:paid )?(?:leave|holiday|vacation|vac|time off)|(?:days?|nights?|weekends?|"
    r"sundays?) off\b|"
    r"tuition (?:assistance|reimbursement)|stipend|free (?:lunch|meals?|parking|snacks|coffee|food|uniforms?|accommodation|"
    r"gym|admission)|"
    r"gym membership|stock options|share options|equity package|(?:employee|staff) discounts?|"
    r"home office budget|(?:learning|training|education) (?:budget|allowance)|(?:tool|car|clothing|uniform|meal|phone|"
    r"housing) allowance|"
    r"uniforms? (?:furnished|provided|supplied)|sign[- ]?on bonus|signing bonus|annual bonus|retirement plan|pension|"
    r"simple ira|ira match|employer match|profit[- ]sharing|esop|wellness program|cycle to work|season ticket|"
    r"we (?:can )?offer|offers? (?:you )?(?:a |an )?(?:competitive|generous|excellent|comprehensive|full|health)|"
    r"competitive (?:pay|salary|wages?|benefits|compensation)|you(?:['’]ll| will) (?:also )?(?:receive|get|earn|enjoy)|"
    r"benefits (?:include|package|start|begin)|perks|time and a half|overtime (?:paid|pay)|shift (?:premium|differential)|"
    r"of the premium)\b"
    r"|\b(?:tage urlaub|urlaubstage|altersvorsorge|jobrad|jobticket|weihnachtsgeld|urlaubsgeld|vergütung|gehalt|"
    r"wir zahlen|firmenwagen|obstkorb|weiterbildungsmöglichkeiten|wir bieten|unbefristet\w*|"
    r"salario|sueldo|vacaciones|seguro (?:médico|de vida|de salud)|ofrecemos|contrato indefinido|plan de pensiones|retribución|"
    r"rémunération|salaire|mutuelle|tickets?[- ]restaurants?|titres?[- ]restaurants?|rtt|13e mois|congés|"
    r"nous (?:vous )?(?:offrons|proposons)|"
    r"salário|vale[- ](?:refeição|transporte|alimentação)|plano de saúde|plano odontológico|férias|oferecemos|remuneração)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:salary|base pay|pay range|hourly rate|compensation|ote|wages?|per hour|per annum|uncapped commission|"
    r"commission structure|pay (?:is|starts))\b.*[$€£\d]|[$€£]\s?\d[\d,.]*k?\s*(?:-|–|to|/)\s*(?:[$€£]?\s?\d|hr|hour|year|yr)|"
    r"[$€£]\s?\d[\d,.]*k?\s*(?:an hour|a year|per (?:hour|year|annum|week|day)|p\.?a\.?\b|hourly|yearly|annually|gross)|"
    r"\d\s*€\s*(?:brut|/)|^we pay\b|\bwe pay (?:you |a |an |our )?(?:[$€£\d]|\w+ (?:dollars|pounds|euros)|\w+-\w+ (?:dollars|"
    r"pounds|euros)|well|weekly)|"
    r"^(?:salary|pay|compensation|benefits?|perks|hours|schedule|job type|employment type|shift)\s*:",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"^(?:the |our )?(?:hours|schedule|shifts?|working hours|arbeitszeit|horario|horaires?|horário|"
    r"jornada)\b.{0,25}(?:\bare\b|\bis\b|:|\d)|"
    r"^(?:this is an? (?!(?:brand[- ])?new|replacement|backfill|growth|additional)|"
    r"full[- ]time|part[- ]time)(?:[\w-]+[ ,]+){0,6}(?:position|role|job|contract|hours|permanent|"
    r"temporary)\b|"
    r"^(?:the role|the position|this role|this position|this) is (?:fully |mostly )?(?:remote|hybrid|on-?site|based|full|"
    r"part|permanent|a full|a part)",
    re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """Whether the words are law, pay, hours, benefits, furniture or how to apply, where no heading says otherwise."""
    return is_formal(text) or is_offer(text) or is_application(text) or bool(_LEGAL_ELSE.search(text))


def is_offer(text: str) -> bool:
    """Whether the words are what the employer gives: pay, hours, benefits."""
    return bool(_BENEFIT.search(text)) or bool(_PAY.search(text)) or bool(_HOURS.search(text))


def is_application_or_furniture(text: str) -> bool:
    """Whether the words plainly say how to apply, or belong to a mail or a page."""
    return bool(_APPLY.search(text)) or bool(_FURNITURE.search(text))


@recalled(most=2048)  # asked below a heading, of what none vouches for, and of what is passed over
def is_formal(text: str) -> bool:
    """Whether the words are law, furniture, how to apply or a catch-all: no requirement even below a heading of them."""
    return is_law(text) or is_application_or_furniture(text) or is_catch_all(text)


def is_law(text: str) -> bool:
    """Whether the words are law: of equal chances, of what an offer hangs on, or of what the employer is by law."""
    return bool(_LEGAL.search(_ASIDE.sub("", text)) or _LEGAL_HIRING.search(text) or _BY_LAW.search(text))


def asks_of_body(text: str, title: str) -> bool:
    """Whether a line below a heading on the body says what every desk or floor asks of one: to sit, stand, lift."""
    if not _OF_BODY.search(title) or _PROVEN.search(text):
        return False
    return len({word.lower() for word in _BODILY.findall(text)}) > 1


def is_strain(text: str) -> bool:
    """Whether a line below any heading opens with what a body has to bear: "Ability to stand for hours, lift 50 lbs"."""
    return bool(_STRAIN.match(text)) and not _PROVEN.search(text)


def is_catch_all(text: str) -> bool:
    """Whether the line only keeps room for whatever else may come: "Other duties as assigned"."""
    first, *further = _STOP.split(text)
    return bool(_CATCH_ALL.fullmatch(first)) and all(map(_LEGAL_HIRING.search, further))


def is_application(text: str) -> bool:
    """Whether the words say how to apply and what follows."""
    return bool(_APPLY.search(text)) or bool(_APPLY_ELSE.search(text))
