"""Word lists of the lexicon: filler of requirements, and ordinary words that are also names.

Lists only. They are English, as postings and resumes of this release are; what they are for stands in
`playbook.knowledge.lexicon`.
"""

from __future__ import annotations

FILLER = frozenset(
    """
    ability able abilities accordance according accountable actively actual additional adequate advanced adult agree all
    alongside appropriate apply applicable applied area areas aspect aspects assigned assist attain available background
    based basic become beneficial best better broad bring candidate candidates capable capability capacity career
    certain close combination comfort comfortable command commensurate commit committed company completed completion
    comprehensive concepts confident considered consistently contribute current currently daily deep deeply deliver
    demonstrable demonstrate demonstrated demonstrates desirable desire desired duties duty easily effective effectively
    efficiently eligible employee enough ensure ensuring environment environments equivalent essential every exceeding
    excellent excellence exceptional exhibit expect expected expert expertise experience experienced experiences
    exposure extensive fast field familiar familiarity full fully function functions fundamental general good great
    hands happy help helping hours highly high holds hold ideal ideally include includes including independently
    individual individuals industry in-depth key knowledge knowledgeable large leading least level levels long maintain
    maintaining major meet meeting minimum mindset month months multiple must near necessary nice obtain of ongoing
    operate opportunity oriented or organization organizations organisation outstanding overall paced passion passionate
    people perform performing person personal place plus position possess possesses possessing practical practice
    practices prefer preferable preferably preferred present previous prior proficiency proficient professional
    professionally progressive prove proven provide provides providing qualification qualifications qualified range
    ready real recent record related relevant require required requirement requirements requires responsibilities
    responsibility responsible right role roles satisfactory settings setting significant similar skill skilled skills
    small solid sound specific standard standards state states strong strongly structured style successful successfully
    suitable superior support take task tasks team teams technique techniques tenure thorough time times timely top
    track type types understand understanding various varied variety wide willing willingness work worked working works
    workplace world written year years yearly accurate accurately disciplined discipline clear clearly demanding equally
    extremely genuine genuinely heavy keen natural obvious regular regularly rigorous self sharp skillful true early
    below percent ten twelve six seven eight nine four five hundred hundreds thousand highest lowest unencumbered
    unrestricted compact typical typically usually valid validity worth modern production end across both term terms
    """.split()  # noqa: SIM905  words read as words
)
"""What requirements say around the thing that they ask for."""

ORDINARY = frozenset(
    """
    access acrobat act agile air ample apex arena asana ant atlas base bamboo bear bolt bob bond box braze brave bright
    bullhorn bridge buffer camel canvas caliber calm chef challenger chrome clay clover close concur confluence consul
    cypress dart dash deputy delta discovery dispatch drift echo edge elastic elixir ember epic essential excel exchange
    express falcon fastly fetch fiddler figma finale flash flask flow flux forge front fusion gatsby gem ghost git glean
    glue gong go grail gradle greenhouse groovy guru gusto harvest haskell heap helm hive hub impact insight insomnia
    instinct intercom jasmine jest jive judge julia kafka karma keep keynote kit kindle knot knife lambda latex lean
    lever lightning linear look loom lotus magnet make marina mantis maple marten maven mesh micros mint mix mocha
    monday nest next nice node notion nova oasis octopus omega open opera oracle orbit outlook outreach pages pandas
    paper pardot pastel pearl perl phoenix pilot pivot play plan polars postman presto premiere prime prism project
    prophet publisher pulse puppet python quail quest quick r rally ramp react redux remedy remix rest revit ring robot
    ruby rust sage sail salt sample sap scala scheme scratch scout segment sentry server shell shift signal sketch slack
    snowflake soap solid spark sphere spin splunk spring sprout square stark stash stat storm strand strata stripe surge
    swift tableau tally talent teams tempo terra thrive toast top torch trello trident twist unity unify vault vector
    velocity vision vista vital vue wave whisper word workday workshop xero yarn zest zoom sandler flutter seesaw
    nearpod resy opal aloha simphony
    """.split()  # noqa: SIM905  words read as words
)
"""Words of everyday English that products bear as names: counted only where they are written as names."""
