"""What a short line of a posting heads, by the words in it, where the packs do not know its exact name.

Cues in five languages. How a document is cut by its headings is for `playbook.reading.posting_sections`.
"""

from __future__ import annotations

import re

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "other-jobs",
            r"\b(?:(?:similar|related|other|more|recommended|featured|latest) (?:open )?(?:jobs|openings|roles|vacancies|"
            r"positions|opportunities|offers)|also viewed|people also|"
            r"recently viewed|(?:others|people|candidates) (?:also )?(?:applied|viewed|searched|looked)|more (?:from|at) \w+|"
            r"see also|(?:related|popular|trending) searches|browse (?:jobs|by)|jobs (?:at similar|for you|picked|like this|"
            r"near|you might)|you (?:might|may) (?:also )?(?:like|be interested)|newsletter|share this|job alerts?|cookies?|"
            r"sign up|"
            r"(?:ähnliche|weitere) (?:jobs|stellen)\w*|otras (?:ofertas|vacantes)|ofertas similares|offres similaires|"
            r"autres offres|outras vagas|vagas semelhantes)\b",
        ),
        (
            "preferred",
            r"\b(?:nice|bonus|preferred|desir(?:ed|able)\w*|optional|plus(?:es)?|advantage(?:s|ous)?|asset|(?:also )?welcome|"
            r"lovely|wonderful|delighted|handy|ideally|brownie|extra (?:credit|points)|"
            r"stand out|sets? you apart|not (?:necessary|required|essential|mandatory|a must)|would be (?:great|nice|good)|"
            r"even better|would love|"
            r"von vorteil|wünschenswert|idealerweise|pluspunkte?|das wäre|valora\w*|valorable|deseable|desejáve\w+|"
            r"diferencia\w+|souhait\w+|atouts?|apprécié\w*)\b",
        ),
        (
            "benefits",
            r"\b(?:you(?:['’]ll| will)? (?:get|receive|enjoy)|(?:we|can|to) (?:can )?(?:offer|provide|give)\b|in (?:return|"
            r"it for you|exchange)|(?:you can )?expect from us|perks?|benefits?|rewards?|(?<!equal )pay|salary|"
            r"compensation|remuneration|wages?|why (?:you(?:['’]ll| will)? (?:love|join|want)|join|work|us|choose)|^(?:why|"
            r"life at|working (?:at|here|with))\b(?! (?:we|you) need)|earnings?|money|at a glance|(?:key|quick) facts|"
            r"package|what(?:['’]s| is) on (?:offer|the table)|"
            r"wir bieten|bieten wir|ihre? vorteile|deine vorteile|unser angebot|das (?:bekommst|erwartet)|worauf .* freuen|"
            r"ofrecemos|oferta|beneficios|oferecemos|benefícios|"
            r"(?:nous|on) (?:vous )?(?:offrons|proposons|offre|propose)|avantages|rémunération)\b",
        ),
        (
            "apply",
            r"\b(?:how (?:we hire|to (?:join|get)|you apply)|hiring (?:process|steps|timeline)|(?:to|how to|ready to|"
            r"when you|who can|want to) apply|appl(?:ying|ication)s?(?! (?:develop|engineer|support|secur|architect))|"
            r"interviews?|next steps?|(?:what|happens|comes)(?:['’]s)? next|^ready\b|interested|interesse|sounds? like you|"
            r"get in touch|questions|contact|bewerb\w+|ansprechpartner\w*|kontakt|"
            r"postul\w+|(?:presentarse|inscri\w+|contacto|contato)|candidater|interesad[oa]s?|interessad[oa]s?|"
            r"intéressée?s?)\b",
        ),
        ("equal-opportunity",
            r"\b(?:small print|fine print|legal|disclaimer|equal|equality|divers\w+|inclusi(?:on|ve)|accommodations?|privacy|"
            r"confidentiality|igualdad|chancengleichheit|égalité|diversidad\w*)\b"),
        ("values",
            r"\b(?:values?|matters? (?:most )?to us|we (?:believe|stand for|value|care about)|principles|culture|"
            r"uns(?:ere)? wichtig|unsere werte|valores|valeurs)\b"),
        (
            "responsibilities",
            r"\b(?:responsib\w+|duties|dut(?:y|ies)|tasks?|you(?:['’]ll| will) (?:do|be doing|be responsible|own|work on|"
            r"handle|lead|spend)|you(?:['’]d| would) do|day[- ]to[- ]day|typical (?:day|week|shift)|your (?:day|days|week)|"
            r"accountab\w+|"
            r"the (?:job|work)(?: itself)?$|what (?:the job|it) (?:is|involves|entails)|(?:job|role|position|"
            r"work) (?:involves|entails|includes)|you will:?$|"
            r"\w*aufgaben\w*|tätigkeit\w*|verantwortung\w*|erwartet (?:dich|sie)|funcion\w+|tareas|harás|"
            r"missions?\b(?! statement)|votre rôle|vos activités|atividades|atribuições|responsabil\w+|o que você (?:vai|"
            r"irá) fazer|el puesto)\b",
        ),
        (
            "required",
            r"\b(?:requirements?|required|qualifications?|profile?|we(?:['’]re| are) after|skills?|experience|background|"
            r"competenc\w+|looking for|(?:you|i|we)(?:['’]ll| will)? (?:need|ask)|bring|must|who you are|you are|you have|"
            r"eligib\w+|criteria|knowledge|education|licen[cs](?:es?|ure)|certifications?|credentials|abilities|attributes|"
            r"right for you|good fit|great fit|sounds? like|"
            r"\w*kenntnisse|\w*anforderungen|profil|qualifikation\w*|voraussetzung\w*|(?:das|was) (?:bringst|bringen|"
            r"zeichnet|wir suchen)|mitbring\w*|requisit\w*|perfil|buscamos|"
            r"compétences|recherch\w+|procuramos|exigências)\b",
        ),
        ("about",
            r"^(?:about|über|sobre|à propos|a propos|who we are|our (?:story|company|team|school)|meet|the (?:company|team|"
            r"school|department)|wer wir sind|wir über uns|quiénes somos|quem somos|qui sommes|conócenos|l['’]entreprise|"
            r"la empresa|a empresa)\b"),  # noqa: E501  one pattern
    )
)  # fmt: skip
"""In order: the first that is found wins."""
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
    (
        "education,experience,skills,qualifications,knowledge,certifications,training,abilities,competencies,licenses,licences,languages,"
        "personal qualities,knowledge and skills,skills and experience,experience and skills,education and "
        "training,education and experience,"
        "qualifications and experience,skills and abilities,technical skills,soft "
        "skills,ausbildung,experiencia,formación,experiência,"
        "formação,expérience,formation"
    ).split(",")
)
"""Names that only say what kind of thing is asked: below "Desirable" they are still desirable."""


def section_by_cue(text: str) -> str | None:
    """The section whose words stand in a heading."""
    return next((name for name, pattern in _CUES if pattern.search(text)), None)
