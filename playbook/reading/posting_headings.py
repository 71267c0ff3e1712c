"""What a short line of a posting heads, by the words in it, where the packs do not know its exact name.

Cues in five languages. How a document is cut by its headings is for `playbook.reading.posting_sections`.
"""

from __future__ import annotations

import re

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in {
        "other-jobs": (
            r"\b(?:(?:similar|related|other|more|recommended|featured|latest) (?:open )?(?:jobs|openings|roles|vacancies|"
            r"positions|opportunities|offers)|also viewed|people also|recently viewed|(?:others|people|"
            r"candidates) (?:also )?(?:applied|viewed|searched|looked)|more (?:from|at) \w+|see also|(?:related|popular|"
            r"trending) searches|browse (?:jobs|by)|jobs (?:at similar|for you|picked|like this|near|you might)|"
            r"you (?:might|may) (?:also )?(?:like|be interested)|newsletter|share this|job alerts?|cookies?|sign up|"
            r"(?:ähnliche|weitere) (?:jobs|stellen)\w*|otras (?:ofertas|vacantes)|ofertas similares|offres similaires|"
            r"autres offres|outras vagas|vagas semelhantes)\b"
        ),
        "preferred": (
            r"\b(?:nice|bonus(?! (?:scheme|plan|structure|program(?:me)?|pay|potential|opportunit))|"
            r"preferred|desir(?:ed|able)\w*|optional|plus(?:es)?|advantage(?:s|ous)?|asset|"
            r"(?:top|best|strongest) candidates|"
            r"(?:also )?welcome|lovely|wonderful|delighted|handy|ideally|brownie|extra (?:credit|points)|stand out|"
            r"sets? you apart|not (?:necessary|required|essential|mandatory|a must)|would be (?:great|nice|good)|"
            r"even better|would love|von vorteil|wünschenswert|idealerweise|pluspunkte?|das wäre|valora\w*|valorable|"
            r"deseable|desejáve\w+|diferencia\w+|souhait\w+|atouts?|apprécié\w*)\b"
        ),
        "benefits": (
            r"\b(?:you(?:['’]ll| will)? (?:get|receive|enjoy)|(?:we|can|to) (?:can )?(?:offer|provide|give)\b|"
            r"in (?:return|it for you|exchange)|(?:you can )?expect from us|perks?|benefits?|rewards?|(?<!equal )pay|"
            r"salary|compensation|remuneration|wages?|why (?:you(?:['’]ll| will)? (?:love|join|want)|join|work|us|choose)|"
            r"^(?:why|life at|working (?:at|here|with))\b(?! (?:we|you) need)|earnings?|money|at a glance|(?:key|"
            r"quick) facts|package|what(?:['’]s| is) on (?:offer|the table)|wir bieten|bieten wir|ihre? vorteile|"
            r"deine vorteile|unser angebot|das (?:bekommst|erwartet)|worauf .* freuen|ofrecemos|oferta|beneficios|"
            r"oferecemos|benefícios|(?:nous|on) (?:vous )?(?:offrons|proposons|offre|propose)|avantages|rémunération)\b"
        ),
        "apply": (
            r"\b(?:how (?:we hire|to (?:join|get)|you apply)|hiring (?:process|steps|timeline)|(?:to|how to|ready to|"
            r"when you|who can|want to) apply|appl(?:ying|ication)s?(?! (?:develop|engineer|support|secur|architect))|"
            r"interviews?|next steps?|(?:what|happens|comes)(?:['’]s)? next|^ready\b|interested|interesse|"
            r"sounds? like you|get in touch|questions|contact|bewerb\w+|ansprechpartner\w*|kontakt|postul\w+|"
            r"(?:presentarse|inscri\w+|contacto|contato)|candidater|interesad[oa]s?|interessad[oa]s?|intéressée?s?)\b"
        ),
        "equal-opportunity": (
            r"\b(?:small print|fine print|legal|disclaimer|equal|equality|divers\w+|inclusi(?:on|ve)|accommodations?|"
            r"privacy|confidentiality|igualdad|chancengleichheit|égalité|diversidad\w*)\b"
        ),
        "values": (
            r"\b(?:values?|matters? (?:most )?to us|we (?:believe|stand for|value|care about)|principles|culture|"
            r"uns(?:ere)? wichtig|unsere werte|valores|valeurs)\b"
        ),
        "responsibilities": (
            r"\b(?:responsib\w+|duties|dut(?:y|ies)|tasks?|you(?:['’]ll| will) (?:do|be doing|be responsible|own|work on|"
            r"handle|lead|spend)|you(?:['’]d| would) do|day[- ]to[- ]day|typical (?:day|week|shift)|your (?:day|days|"
            r"week)|accountab\w+|the (?:job|work)(?: itself)?$|what (?:the job|it) (?:is|involves|entails)|(?:job|role|"
            r"position|work) (?:involves|entails|includes)|you will:?$|\w*aufgaben\w*|tätigkeit\w*|verantwortung\w*|"
            r"erwartet (?:dich|sie)|funcion\w+|tareas|harás|missions?\b(?! statement)|votre rôle|vos activités|atividades|"
            r"atribuições|responsabil\w+|o que você (?:vai|irá) fazer|el puesto)\b"
        ),
        "required": (
            r"\b(?:requirements?|required|qualifications?|profile?|we(?:['’]re| are) after|skills?|experience|background|"
            r"(?:love|thrive|enjoy|excel|shine|flourish)\b.{0,30} if you|"
            r"competenc\w+|looking for|(?:you|i|we)(?:['’]ll| will)? (?:also )?(?:need|ask)|"
            r"bring|must|who you are|you are|you have|"
            r"eligib\w+|criteria|knowledge|education|licen[cs](?:es?|ure)|certifications?|credentials|abilities|"
            r"attributes|right for you|good fit|great fit|sounds? like|\w*kenntnisse|\w*anforderungen|profil|"
            r"qualifikation\w*|voraussetzung\w*|(?:das|was) (?:bringst|bringen|zeichnet|wir suchen)|mitbring\w*|"
            r"requisit\w*|perfil|buscamos|compétences|recherch\w+|procuramos|exigências)\b"
        ),
        "about": (
            r"^(?:about|über|sobre|à propos|a propos|who we are|our (?:story|company|team|school)|meet|the (?:company|"
            r"team|school|department)|wer wir sind|wir über uns|quiénes somos|quem somos|qui sommes|conócenos|"
            r"l['’]entreprise|la empresa|a empresa)\b"
        ),
    }.items()
)
"""In order: the first that is found wins."""
_WISHED = re.compile(
    r"\b(?:it|that|this|these|which|what|we)(?:['’]d| would|['’]ll| will) be (?:(?:\w+ )?(?:great|nice|good|lovely|wonderful|"
    r"brilliant|fantastic|amazing|handy|ideal|perfect|helpful|useful|delighted|thrilled|over the moon)\b(?! (?:to (?:hear|"
    r"meet|see|talk)|fit|match))|an? (?:\w+ )?(?:plus|bonus|advantage|asset))|"
    r"(?:would |['’]d )?(?:also |really |greatly )?helps? (?:too )?if\b|"
    r"(?:you|candidates|applicants) (?:might|may|could) (?:also |already )?(?:have|bring|know|hold|offer|possess)|"
    r"you (?:might|may|could) also\b(?! (?:like|be interested))|if you also\b|"
    r"extra (?:credit|points|brownie)|(?:cherry|icing) on|(?:useful|helpful|beneficial)\b|"
    r"don['’]t worry if you (?:don['’]t|do not) (?:have|know|tick)",
    re.IGNORECASE,
)
"""What would only be welcome, said by a whole clause: stronger than any name within it ("It'd be great if you also have")."""
SIGN_OFF = re.compile(
    r"(?:thanks|thank you|many thanks|thanks again|best|best wishes|(?:best|kind|kindest|warm) regards|regards|cheers|"
    r"sincerely|yours (?:sincerely|faithfully|truly)|"
    r"mit freundlichen grüßen|viele grüße|beste grüße|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente|cordialement|"
    r"bien à vous|"
    r"atenciosamente|abraços|obrigad[oa])[,.!]?$",
    re.IGNORECASE,
)
"""The end of a letter: a signature follows."""
BUTTON = re.compile(
    r"(?:easy apply|apply(?: now| here| online| today| for (?:this|the) (?:job|role|position)| on company (?:site|website))?|"
    r"save(?: job| this job)?|share(?: this job)?|"
    r"jetzt bewerben|inscribirme|postuler|candidatar-se|show (?:more|less)|read more|see more|view (?:more|all)(?: jobs)?|"
    r"print|sign in(?: to apply)?|"
    r"report (?:this )?job|(?:set|create|get) (?:an? )?(?:job )?alerts?\b.{0,40}|follow|back to (?:results|search|jobs|"
    r"all jobs)|(?:search|all|view all) jobs|refer a friend)[!.›»>]?(?:\s*[|·]\s*[\w ]{3,25})*",
    re.IGNORECASE,
)
"""What a page offers to click."""
CRUMBS = re.compile(
    r"(?:home|jobs?|careers?|vacancies|all (?:jobs|openings)|start(?:seite)?|karriere|stellen\w*|inicio|empleos?|accueil|"
    r"emplois?|vagas)\s*[›»>/|]\s*\S.*",
    re.IGNORECASE,
)
"""Where a page stands in its site."""
NEUTRAL = frozenset(
    name.strip()
    for name in [
        "education",
        " experience",
        " skills",
        " qualifications",
        " knowledge",
        " certifications",
        " training",
        " abilities",
        " competencies",
        " licenses",
        "\n    licences",
        " languages",
        " personal qualities",
        " knowledge and skills",
        " skills and experience",
        " experience and skills",
        " education and training",
        "\n    education and experience",
        " qualifications and experience",
        "experiences and qualifications",
        " experience and qualifications",
        " skills and abilities",
        " technical skills",
        " soft skills",
        " ausbildung",
        "\n    experiencia",
        " formación",
        " experiência",
        " formação",
        " expérience",
        " formation",
    ]
)
"""Names that only say what kind of thing is asked: below "Desirable" they are still desirable."""


def is_wish(text: str) -> bool:
    """Whether a heading says in a clause that what stands below it would be welcome."""
    return _WISHED.search(text) is not None


def section_by_cue(text: str) -> str | None:
    """The section whose words stand in a heading."""
    return next((name for name, pattern in _CUES if pattern.search(text)), None)
