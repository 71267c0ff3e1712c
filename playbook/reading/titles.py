"""Heads of job titles, and how much a phrase looks like a title: English, Spanish, German, French and Portuguese.

General vocabulary of resumes and postings; titles of one family stand in the packs, too, where they tell the family.
"""

from __future__ import annotations

import re

from playbook.artifacts.names import BY_THE_SHIFT
from playbook.knowledge.recall import recalled

TITLE_HEADS = frozenset(
    """accountant actor actuary administrator adviser advisor agent aide ambassador analyst anesthesiologist animator
    apprentice architect archivist artist assembler assistant associate attendant attorney auditor author baker barber
    barista bartender biologist bookkeeper broker builder butcher buyer captain caregiver caretaker carpenter cashier
    chaplain chef chemist chief cleaner clerk clinician coach commis consultant contractor controller cook coordinator
    copywriter correspondent counsel counsellor counselor courier curator dancer dealer deckhand dentist designer
    detective developer director dispatcher doctor dog-walker doorman draftsman drafter driver economist editor educator
    electrician engineer epidemiologist estimator evangelist examiner executive expert fabricator farmer fellow
    firefighter fitter foreman forester founder co-founder cofounder gardener generalist geologist groundskeeper guard
    guide hairdresser handyman head hostess host housekeeper hygienist illustrator inspector installer instructor
    interpreter intern internship investigator janitor journalist judge labourer laborer lead leader lecturer lieutenant
    librarian lifeguard linguist machinist magistrate maintainer manager mason mechanic mediator mentor merchandiser
    midwife minister model moderator musician nanny navigator negotiator nurse nutritionist officer operative operator optician
    optometrist orderly organiser organizer owner painter paralegal paramedic partner pastor pathologist pharmacist
    phlebotomist photographer physician physicist physiotherapist pilot planner plumber police porter postdoc
    practitioner president principal producer professor programmer proofreader prosecutor psychiatrist psychologist
    publicist purchaser radiographer ranger realtor receptionist recruiter registrar rep representative reporter
    researcher reviewer roofer sailor salesperson salesman saleswoman scheduler scholar scientist secretary sergeant
    server sommelier specialist statistician steward stocker strategist student superintendent supervisor surgeon
    surveyor sysadmin tailor teacher teller technician technologist tester therapist toolmaker trainee member trainer
    translator treasurer tutor underwriter usher veterinarian videographer volunteer waiter waitress waitstaff warden
    welder writer zookeeper cto ceo cfo coo cmo cio vp svp evp avp sde swe sre rn lpn cna rdh stna hca bdr sdr lvn emt pa np
    crna sdet mgr asst supv corporal airman airwoman seaman gunner sapper
    hrbp pm tpm ba csm ae tech crew chairperson chair secretary-general owner-operator freelancer paraprofessional
    clerk-typist phlebotomy-technician sous-chef fullstack para-educator paraeducator dishwasher busser line-cook
    hospitalist resident magician ingeniero ingeniera desarrollador desarrolladora enfermera enfermero gerente ingénieur
    infirmière infirmier entwickler leiter leiterin krankenpfleger
    helper hand foreperson apprentice journeyman journeyperson roustabout rigger loader packer picker stacker sorter
    assembler caller canvasser carer fundraiser grower herder landscaper lineman lineworker logger miller millhand
    monitor newsreader paperhanger postman postwoman presser printer processor ranchhand refinisher sander seamstress
    setter sewer shearer shipper shopper splicer sprayer stagehand surgeon tiler typist upholsterer valet vendor
    watchman weaver winemaker woodworker yardman advocate adjuster adjudicator alderman allocator appraiser assessor
    auctioneer bailiff banker buyer cameraman choreographer commander commissioner composer conductor conservator
    constable convenor councillor courier dean demonstrator deputy docent ecologist enforcer envoy executor expeditor
    explorer facilitator farrier fellowship gaffer governor healer importer inventor invigilator keeper lawyer
    learner legislator liaison lobbyist locksmith marshal matron medic mentor messenger notary observer ombudsman
    organist pianist playwright poet postmaster prefect preparer provost psychotherapist publisher rector regent
    registrant reservist retailer roadie saddler scout seller senator signaller singer solicitor spokesperson sponsor
    stylist surveyor swimmer tailor taster trader traineeship transcriber trooper trustee vet vicar warehouseman
    whip wholesaler worker senior rater reader scorer tagger taker chaser spotter handler investigator hygienist""".split()  # noqa: SIM905  words read best as one text
)
"""A title ends in one of these, or starts with one ("Head of Growth", "Chef de Partie")."""

_LEADING = re.compile(
    r"""(?:
        (?:enfermer|técnic|tecnic|ingenier|engenheir|enfermeir|abogad|advogad|médic|medic|cociner|cozinheir|camarer|maestr|operari|carretiller|
          operári|administrativ|encargad|encarregad|voluntari|voluntári|secretari|secretári|becari|bibliotecari|carpinter|pediatr)[oa]
      | moz[oa] | reponedora? | carretiller[oa] | peluquer[oa] | limpiador[a]? | repartidor[a]? | librari[oa]
      | libraire | jef[ea] | aprendiz | mozo | obrer[oa] | auxiliar | docente | practicante | gerente | responsable
      | responsável | ejecutiv[oa] | analista
      | asistente | assistente | atendente | estagiári[oa] | motorista | recepcionista | contable | cajer[oa]
      | dependient[ea] | caixa
      | (?:coordinad|coordenad|asesor|consult|direct|supervis|vended|profes|profess|conduct|desarrollad|desenvolved|
          diseñad|contad|investigad|
          program|operad|gest|inspet|inspect|instrut|instruct|trabajad|trabalhad|locut|redact)or[a]?
      | chef(?:fe)? | chargée?s? | conduct(?:eur|rice) | direct(?:eur|rice) | format(?:eur|rice) | vendeu(?:r|se)
      | serveu(?:r|se) | cuisini(?:er|ère)
      | infirmi(?:er|ère) | ingénieure? | technicien(?:ne)? | mécanicien(?:ne)? | électricien(?:ne)? | comptable
      | gestionnaire | bénévole | stagiaire
      | alternante? | enseignante? | professeure? | secrétaire | développeu(?:r|se) | ouvri(?:er|ère)
      | magasini(?:er|ère) | chauffeur | commerciale?
      | aide | assistante? | apprentie? | consultante? | agente? | employée? | adjointe? | éducat(?:eur|rice)
      | animat(?:eur|rice) | juriste | avocate?
      | k[oö]ch(?:in)? | disponent(?:in)? | erzieher(?:in)? | maurer | polier | bäcker(?:in)? | konditor(?:in)?
      | kellner(?:in)? | florist(?:in)?
      | fris(?:eur|örin|eurin) | hausmeister(?:in)? | elektriker(?:in)? | sekretär(?:in)? | verkäufer(?:in)?
      | fahrer(?:in)? | pfleger(?:in)? | leiter(?:in)? | mitarbeiter(?:in)? | kaufmann | kauffrau | geselle | gesellin
      | praktikant(?:in)? | werkstudent(?:in)? | auszubildender?
      | fachkraft | aushilfe | meister(?:in)? | referent(?:in)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""In Romance languages a title begins with its head: "Técnica de enfermería", "Conductrice de travaux"."""
_COMPOUND = re.compile(
    r"""\w{2,}(?:leiter|mitarbeiter|bearbeiter|kaufmann|kauffrau|ingenieur|techniker|mechaniker|mechatroniker|elektroniker|meister|berater|
        lehrer|pfleger|führer|verwalter|entwickler|helfer|köch|schlosser|verkäufer|fahrer|planer|assistent|referent|praktikant|student|
        buchhalter|betreuer|kraft|schwester|monteur|installateur|forscher|vertreter|trainer|tischler|maler|arbeiter)(?:in)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""German writes a title as one word: "Vertriebsleiterin"."""
_MADE = re.compile(
    r"\w{2,}(?:ologist|ographer|ician|iatrist|wright|smith|keeper|maker|worker|handler|ologer|therapist|nomist|servant)"
)
"""English makes them from endings: "hydrologist", "millwright"."""
_SHORTEST = 3
"""Letters of an abbreviation: "vps" is a plural, "pas" is none."""
_SHIFTS = re.compile(BY_THE_SHIFT, re.IGNORECASE)
_LINKS = frozenset({"of", "de", "for", "to", "in", "d'", "du", "des", "da", "do", "en", "em", "für", "im"})


@recalled(most=8192)
def title_weight(text: str) -> int:
    """How much a phrase looks like a job title: 2 where its head is one, 1 where a word of it is, else 0."""
    weight = 0
    for phrase in re.split(r"\s*[,(/|]\s*|\s[-–—]\s", text):
        words = [word.strip(".()").lower() for word in phrase.split()]
        words = [word for word in words if not re.fullmatch(r"(?:i{1,3}|iv|v|\d|[a-z]{0,3}\d)", word)] or words
        if not words:
            continue
        follows = words[1] if len(words) > 1 else ""
        if (
            _is_head(words[-1])
            or _SHIFTS.fullmatch(phrase.strip())
            or (_LEADING.fullmatch(words[0].split("-")[0]) and not follows[:1].isdigit())
            or any(_is_head(word) and words[number + 1] in _LINKS for number, word in enumerate(words[:-1]))
        ):
            return 2
        if any(map(_is_head, words)):
            weight = 1
    return weight


def ends_in_title(text: str) -> bool:
    """Whether the first phrase ends in the head of a title, in the singular.

    "Food Safety Consultant" does; "Quality Partners", which employs, does not.
    """
    phrase = re.split(r"\s*[,(/|]\s*|\s[-–—]\s", text, maxsplit=1)[0]
    words = [word.strip(".").lower() for word in phrase.split()]
    words = [word for word in words if not re.fullmatch(r"i{1,3}|iv|v|\d", word)] or words
    if not words:
        return False
    last = words[-1]
    return last in TITLE_HEADS or bool(_COMPOUND.fullmatch(last) or _MADE.fullmatch(last) or _SHIFTS.fullmatch(phrase.strip()))


def _is_head(word: str) -> bool:
    if word in TITLE_HEADS or _COMPOUND.fullmatch(word) or _MADE.fullmatch(word):
        return True
    last = word.rsplit("-", 1)[-1] if "-" in word else ""
    return last in TITLE_HEADS or (
        word.endswith("s") and len(word) > _SHORTEST and (word[:-1] in TITLE_HEADS or bool(_MADE.fullmatch(word[:-1])))
    )
