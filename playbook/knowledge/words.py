"""Word lists of the lexicon: filler of requirements, and ordinary words that are also names.

Lists only. They are English, as postings and resumes of this release are; what they are for stands in
`playbook.knowledge.lexicon`.
"""

from __future__ import annotations

FILLER = frozenset(
    """
    ability able abilities accordance according accountable actively actual additional adequate advanced adult agree
    all alongside appropriate apply applicable applied area areas aspect aspects assigned assist attain available
    background based basic become beneficial best better broad bring candidate candidates capable capability capacity
    career certain close combination comfort comfortable command commensurate commit committed company completed
    completion comprehensive concepts confident considered consistently contribute current currently daily deep deeply
    deliver demonstrable demonstrate demonstrated demonstrates desirable desire desired duties duty easily effective
    effectively efficiently eligible employee enough ensure ensuring environment environments equivalent essential
    every exceeding excellent excellence exceptional exhibit expect expected expert expertise experience experienced
    experiences exposure extensive fast field familiar familiarity full fully function functions fundamental general
    good great hands happy help helping hours highly high holds hold ideal ideally include includes including
    independently individual individuals industry in-depth key knowledge knowledgeable large leading least level
    levels long maintain maintaining major meet meeting minimum mindset month months multiple must near necessary nice
    obtain of ongoing operate opportunity oriented or organization organizations organisation outstanding overall
    paced passion passionate people perform performing person personal place plus position possess possesses
    possessing practical practice practices prefer preferable preferably preferred present previous prior proficiency
    proficient professional professionally progressive prove proven provide provides providing qualification
    qualifications qualified range ready real recent record related relevant require required requirement requirements
    requires responsibilities responsibility responsible right role roles satisfactory settings setting significant
    similar skill skilled skills small solid sound specific standard standards state states strong strongly structured
    style successful successfully suitable superior support take task tasks team teams technique techniques tenure
    thorough time times timely top track type types understand understanding various varied variety wide willing
    willingness work worked working works workplace world written year years yearly accurate accurately disciplined
    discipline clear clearly demanding equally extremely genuine genuinely heavy keen natural obvious regular
    regularly rigorous self sharp skillful true early below percent ten twelve six seven eight nine four five hundred
    hundreds thousand highest lowest unencumbered unrestricted compact typical typically usually valid validity worth
    modern superb superlative stellar impeccable remarkable reputed reputable esteemed first-class first-rate fantastic
    advantageous evidence accredited post-registration production end across both term terms weekly
    biweekly fortnightly monthly quarterly quarter quarters annual
    annually seasonally week weeks weekend weekends weekday weekdays morning mornings afternoon afternoons evening
    evenings night nights nightly overnight noon midnight minute minutes second seconds moment monday tuesday
    wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january
    february april june july august september october november december summer autumn winter christmas holiday
    holidays date dates year-round today tomorrow now soon sooner later latest next last former sure really roughly
    about almost occasionally occasional often sometimes rarely frequently frequent twice thrice once half still yet
    even rather quite fairly truly simply gladly happily fluently calmly safely quickly slowly closely carefully
    properly kind kinds sort sorts way ways thing things stuff anything something everything nothing anybody somebody
    someone everyone everybody nobody theirs yourself themselves ourselves people's person's somebody's else other
    others another each whichever whatever wherever whenever part parts piece pieces bit lot lots number numbers
    amount couple pair dozen handful few many most more less several plenty longer short shorter tall narrow big
    bigger smaller tiny huge rough smooth soft hard hot cold warm dry wet fine okay wrong false exact precise
    realistic reasonable substantial considerable intermediate moderate steady busy quiet reason reasons subject
    subjects matter matters point points word words sentence section sections figure example examples question
    questions answer answers idea ideas mind voice habit habits temper edge side sides bottom front back beginning
    start middle inside outside indoors nearby local walk walks sit sits stand stands stop stops wait waits turn turns
    pick picks put puts enter enters leave leaves arrive carry carries brings send sends show shows see sees look
    looks watch watches hear hears tell tells say says said ask asks feel feels think thinks enjoy enjoys like likes
    want wants wish wishes hope hopes try tries spend spends count counts fill fills filled fit fits lapse lapsed lose
    losing lost find finds found catch climb climbs bend bending kneel kneeling push pushing pull pulling reach
    reaching standing sitting walking lbs lb pounds kg kilograms inch inches feet foot miles commitment entitlement
    entitled eligibility authorized hybrid onsite on-site office-based full-time part-time temporary permanent
    fixed-term exempt non-exempt hourly salaried shift-based starting bonus paid included inclusive welcome welcomed
    advantage asset nice-to-have must-have must-haves extra everyday day-to-day hands-on end-to-end fast-paced
    detail-oriented self-starter go-getter humble friendly yrs yr yoe min max approx etc incl eg ie thru w fluency
    fluent depth availability possible possibly formal informal behind ahead largest happen happens happened
    accordingly older newer younger exception exceptions freedom belief potential generous visible row rows single
    discrete otherwise throughout partly respect effect effects notes note favored favoured favor favour average gap
    gaps sector sectors location locations companies firms existing severity immediate uncertainty option options
    useful vertical interest interests coachability sponsorship rhythm faster slower complex complexity complicated
    broken trend trends path paths geographically texas ohio arkansas chicago manhattan india ireland european britain
    canada australian america american uk usa us hates hate truth eleven sixteen thirteen fourteen fifteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety effectiveness pronouns letters footprint
    purpose purposes condition conditions consistency appropriately manner proper properly regarding concerning affecting
    further entire extent nature surrounding describe describing outcome outcomes periodic periodically precisely common
    commonly taken involved depending upcoming timeliness concise concisely sudden subtle format situation situations
    approach approaches opportunity opportunities compelling expressed inception preliminary phase phases method methods
    spoken periods wear setup overtime newly methodology
    methodologies framework frameworks domain otherwise output barriers confidence commitments
    notice slips suits disciplines characteristics personnel assume aimed routinely factual unresolved closure
    bar principles fundamentals problem problems basics aren't don't you'll we'll we're it's that's there's
    """.split()  # noqa: SIM905  words read as words
)
"""What requirements say around the thing that they ask for."""

ORDINARY = frozenset(
    """
    access acrobat act agile air ample apex arena asana ant atlas base bamboo bear bolt bob bond box braze brave bright
    bullhorn bridge buffer camel canvas caliber calm chef challenger chrome clay clover close concur confluence consul
    cypress dart dash deputy delta discovery dispatch drift echo edge elastic elixir ember epic essential excel exchange
    express falcon fastly fetch fiddler finale flash flask flow flux forge front fusion gatsby gem ghost glean
    glue gong go grail greenhouse groovy guru gusto harvest heap helm hive hub impact insight insomnia
    instinct intercom jasmine jest jive judge julia karma keep keynote kit kindle knot knife lambda latex lean
    lever lightning linear look loom lotus magnet make marina mantis maple marten maven mesh micros mint mix mocha
    monday nest next nice node notion nova oasis octopus omega open opera oracle orbit outlook outreach pages pandas
    paper pastel pearl phoenix pilot pivot play plan polars postman presto premiere prime prism project
    prophet publisher pulse puppet quail quest quick r rally ramp react remedy remix repute rest ring robot
    ruby rust sage sail salt sample sap scheme scratch scout segment sentry server shell shift signal sketch slack
    snowflake soap solid spark sphere spin spring sprout square stark stash stat storm strand strata stripe surge
    swift tally talent teams tempo terra thrive toast top torch trident twist unity unify vault vector
    velocity vision vista vital wave whisper word workday workshop yarn zest zoom sandler flutter seesaw
    opal aloha leed alta scar shap aspen sap gage lime dali ada
    """.split()  # noqa: SIM905  words read as words
)
"""Words of everyday English that products bear as names: counted only where they are written as names."""
