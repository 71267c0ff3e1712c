"""The written sections of the made-up playbook, as long as those of a real one; no stage of the pipeline runs."""

from __future__ import annotations

from typing import Any

from playbook.artifacts.asks import Ask, Asks, Interviewer
from playbook.artifacts.assessment import Assessment, ContentsRow, Point, Snapshot, Standing
from playbook.artifacts.cheat_sheet import BankedStory, CheatSheet, Labelled, Refresher
from playbook.artifacts.decoding import DecodedRow, Decoding, HiddenPriority
from playbook.artifacts.pitch import Answer, Beat, Passage, Pitch
from playbook.artifacts.plan import Block, Phase, Plan
from playbook.artifacts.questions import Mark, Question, Questions
from playbook.artifacts.scripts import Bridge, Curveball, GapRow, Scripts, Step
from playbook.artifacts.stories import Coverage, FollowUp, Stories, Story, StoryBuilder
from playbook.provenance import Line, Link, Words
from tests.document_factory import BULLETS, WANTS
from tests.line_factory import j, line, prose, r, std


def make_sections(stories: int, questions: int) -> dict[str, Any]:
    """Each section by its field of the playbook, with that many stories and questions."""
    why = std("They want to hear how you decide when two good things compete, not a list of everything you have done.")
    shown = line(
        "You ran 3 distribution centres with **140 staff on two shifts**, and dispatch rose from 91% to 98.4%.",
        "resume",
        rests_on=BULLETS[0],
    )
    asked = line("The posting asks you to lead the daily operation of four regional warehouses.", "job", rests_on=WANTS[0])
    intel = line("The company says that it plans a week around its slowest site, never around its best.", "company")
    link = Link(target="story-1", text="Section 5, Story 1")
    see = Line(
        parts=(Words(text="Tell "), link, Words(text=" first, and keep the numbers for the second sentence.")),
        provenance="draft",
    )
    point = prose(shown, asked, "Say what you **decided**, and what it cost.")
    values = ("Safety First", "Own the Outcome", "Earn Trust", "Keep It Simple", "Grow People")
    built = tuple(
        Story(
            number=n + 1,
            title=(
                "Raising On-Time Dispatch Across Three Centres",
                "Cutting Picking Errors",
                "Moving Two Sites to a New System",
                "Negotiating Carrier Contracts",
                "Building a Daily Safety Walk",
                "Coaching Team Leads",
                "Introducing a Daily Stock Count",
                "Planning the Peak Season Rota",
            )[n],
            highlight=f"b{n + 1}",
            archetype="improvement",
            competencies=(values[n % 5], values[(n + 2) % 5]),
            anchor=r(n),
            employer="Fjällräv Logistik",
            position="Operations Manager",
            use_for=(
                std("Tell me about a time you improved a process that others had given up on."),
                std("Describe a result that you are proud of."),
                std("When did you have to win people over?"),
            ),
            situation=prose(
                "As Operations Manager at Fjällräv Logistik I answered for this part of the operation.",
                "Before we changed it, the people on the floor felt it every day: [What went wrong, how often, and who noticed first?]",
                place=f"stories:b{n}:s",
            ),
            task=prose(
                "My part was to find the cause, agree a change with the shifts, and keep dispatch running meanwhile.",
                "[Who asked for it, and by when?]",
                place=f"stories:b{n}:t",
            ),
            action=prose(
                "I started by watching the work for [how long?] and writing down where time and errors came from.",
                "Then I agreed the change with [which team leads?], tried it on one shift, and measured it against the week before.",
                "When [what did not work at first?], I changed the order of the steps before we went on. [How did you bring the sceptics along?]",
                place=f"stories:b{n}:a",
            ),
            result=prose(
                r(n), "[What did it change for customers, cost or people? Who confirmed the number?]", place=f"stories:b{n}:r"
            ),
            before_you_use=(
                line("Add the number before and after, and how it was measured."),
                line("Name the decision that was yours alone."),
                line("Find one sentence about what you would do differently."),
            ),
            follow_ups=tuple(
                FollowUp(
                    question=std(q),
                    guidance=std(
                        "Walk through how you checked it: what you compared, over what time, and what else could explain the change."
                    ),
                )
                for q in (
                    "How did you know that your change caused the result?",
                    "Who disagreed, and what did you do about it?",
                    "What would you do differently today?",
                )
            ),
        )
        for n in range(stories)
    )
    kinds = ("operational",) * 4 + ("behavioural",) * 5 + ("situational",) * 3
    marks = tuple(
        Mark(head=h, line=std(t))
        for h, t in (
            ("Starts with people", "makes sure that nobody is hurt and that the shift knows what happens next"),
            ("States the trade-off", "says what is given up, for how long, and who has to agree"),
            ("Uses numbers", "gives the level before, the level after and how both were measured"),
            ("Closes the loop", "tells how the fix was kept alive three months later"),
        )
    )
    asked_questions = tuple(
        Question(
            number=n + 1,
            id=f"q{n + 1}",
            type=kinds[n],
            question=std(
                (
                    "A reefer arrives at seven degrees and the store opens in two hours. Walk me through the first thirty minutes, whom you call, and what you write down.",
                    "Tell me about a manager of yours who did not deliver.",
                )[n % 2]
            ),
            from_job=j(n % len(WANTS)) if n % 2 == 0 else None,
            really_asking=prose(
                why, intel, std("A calm order of steps counts for more than the perfect answer."), provenance="role"
            ),
            great=marks,
            red_flags=marks,
            prep=prose(see, shown),
            stories=(1,),
            practice_prompt=line(
                "Act as a regional director. Ask me this question, push back twice when I stay general, and tell me after each answer which number was missing."
            ),
        )
        for n in range(questions)
    )
    labelled = tuple(
        Labelled(label=label, line=t)
        for label, t in (
            ("Values", intel),
            ("Interview", line("Two calls, then half a day on site with a walk through a night shift.", "company")),
            ("Culture", intel),
        )
    )
    sheet = CheatSheet(
        pitch=prose(shown, "I want to do this for a region that feeds people before breakfast."),
        know=labelled,
        selling_points=(r(0), r(4), r(5), r(3)),
        stories=tuple(
            BankedStory(
                story=s.number,
                title=s.title,
                prompt=s.use_for[0],
                link=Link(target=f"story-{s.number}", text=f"Story {s.number}"),
            )
            for s in built
        ),
        gap=Refresher(
            title="Temperature-controlled storage",
            prose=prose(
                "I have not run cold storage. I have run [which controlled process?], and I would start with the HACCP plan."
            ),
        ),
        curveball=Refresher(
            title="What would your last team complain about?", prose=prose("Own one real thing, say what you changed, stop.")
        ),
        asks=tuple(
            Labelled(label=w, line=std("What would a very good first year look like from where you sit?"))
            for w in ("Recruiter", "Hiring manager", "Peer", "Executive", "Night-shift walk")
        ),
        remember=(
            std("Numbers first, then the story behind them."),
            std("Ask before you assume."),
            std("Stop after two minutes."),
        ),
    )
    rows = (
        "Where you stand",
        "What they actually want",
        "Your story, interview-ready",
        "Eight stories that win interviews",
        "What they're testing",
        "Scripts for awkward questions",
        "Questions that make them want you",
        "A handout that closes the deal",
        "Interview day cheat sheet",
    )

    def block(heading: str, *items: str) -> Block:
        return Block(heading=heading, lines=tuple(line(i) for i in items))

    return {
        "assessment": Assessment(
            snapshot=Snapshot(
                strongest=point, first_fix=prose(line("Temperature-controlled storage is asked for and your resume does not show it.", "job", rests_on=WANTS[4]), see),
                contents=tuple(ContentsRow(number=i + 2, title=t, takeaway=std("What to say, what to leave out, and why it matters here.")) for i, t in enumerate(rows)),
                thirty_minutes=tuple(Line(parts=(Words(text="Read "), Link(target=f"section-{i}", text=f"Section {i}"), Words(text=" and mark what is wrong.")), provenance="role") for i in (2, 4, 5, 10)),
                two_hours=tuple(std(t) for t in ("Read everything once, with a pencil.", "Fill the brackets of your three best stories.", "Say each of them aloud twice.", "Practise five questions with your AI assistant.", "Choose your questions for each interviewer.")),
            ),
            standing=Standing(
                summary=prose(shown, "Cold storage is the topic to prepare first."), skills=asked, experience=shown, culture=intel,
                strengths=tuple(Point(title=t, paragraph=point) for t in ("You have run sites of this size", "You build managers", "Safety is visible in your numbers")),
                gaps=tuple(Point(title=t, paragraph=point, requirement="r5", link=Link(target=f"bridge-{n}", text=f"Section 7, Bridge {n}")) for n, t in enumerate(("Temperature-controlled storage", "A fourth site", "Hungarian"), 1)),
                priority=(see, std("Then rehearse the first bridge."), std("Last, choose two questions for the night-shift walk.")),
            ),
        ),
        "decoding": Decoding(
            rows=tuple(DecodedRow(said=j(n), means=prose(intel, std("They have been burnt by reports that came too late.")), you_show=prose(shown), values=values[:2]) for n in range(5)),
            why=(prose(asked, intel, asked, intel), prose(asked, asked, intel)), pain=prose(asked, "Someone has to make **four sites behave like one**."), values_note=std("Have one story ready for each value in play."),
            success=prose(asked, asked), hidden=tuple(HiddenPriority(title=t, tag=tag, paragraph=point) for t, tag in (("Calm under a late truck", "job"), ("A bench of successors", "job"), ("Respect for the night shift", "company"))),
            mistakes=tuple(Point(title=t, paragraph=point) for t in ("Talking of savings before safety", "Hiding the cold-storage gap", "Answering for the team, never for yourself")),
            means_for_you=tuple(line(f"**{t}:** bring one example of each, with its number and what you would change.") for t in ("Safety", "Service", "Cost", "People", "Change")),
        ),
        "pitch": Pitch(
            thirty_seconds=tuple(Beat(name=n, prose=p, why=std("It gives them a picture before it gives them a number.")) for n, p in (("hook", prose("I run warehouses in which people go home safe and trucks leave on time.")), ("proof", prose(shown)), ("bridge", prose(intel)), ("close", prose("I would like to do the same for your four sites, and [what draws you here?].")))),
            two_minutes=tuple(Passage(name=n, prose=prose(shown, "I learned there that a rota is a promise, and that a promise needs a number.", shown)) for n in ("past", "present", "pivot", "future")),
            why_company=Answer(prose=prose(intel, shown, "[What did you see on a visit?]"), tip=std("It joins their sentence with your number.")), why_role=Answer(prose=prose(asked, shown), tip=std("It uses their words, once.")),
            do=(std("Say it aloud, standing."), std("Pause after a number."), std("End on what you want to do here.")), dont=(std("Recite it."), std("Start with your degree."), std("Apologise for a gap that nobody named.")),
        ),
        "stories": Stories(
            how=(std("Green and a tick: it stands in your resume, word for word."), std("A dashed edge and an arrow: wording to check and to make yours."), std("Dotted brackets: only you know this.")), stories=built,
            fewer=None if stories == 8 else line(f"Your resume carries {stories} bullets with enough in them for a story, so there are {stories}.", "resume", rests_on=BULLETS[0]),
            coverage=tuple(Coverage(value=v, stories=tuple(s.number for s in built if v in s.competencies)) for v in values),
            builder=StoryBuilder(start=prose(std("Take a day that you still talk about."), std("Four boxes are enough.")), prompts={k: line(f"[{t}]", "role", f"stories:builder:{k}") for k, t in (("title", "What would you call it?"), ("situation", "Where was it, and what was at stake?"), ("task", "What was yours to do?"), ("action", "What did you do, in order?"), ("result", "What changed, and how do you know?"))}, stress_test=line("Read my story and ask me the five hardest questions that a regional director would ask."), readiness=(std("Can you tell it in two minutes?"), std("Does it have a number?"), std("Is it clear what you did yourself?"), std("Can you say what you learned?"))),
        ),
        "questions": Questions(distribution={k: kinds[:questions].count(k) for k in dict.fromkeys(kinds[:questions])}, source=line("Counts follow the company's own description of its interviews.", "company"), how=(std("Answer aloud before you read what great looks like."), std("Mark the two red flags that you know from yourself.")), questions=asked_questions),
        "scripts": Scripts(
            table=tuple(GapRow(requirement=f"r{n + 1}", said=j(n), evidence=(shown, r(4), shown, r(2), line("Nothing in the resume speaks of it.", "resume"), r(5), line("The resume names English, Spanish and Polish.", "resume", rests_on="English, Spanish, Polish"))[n], status=("covered", "covered", "covered", "partial", "gap", "covered", "unknown")[n]) for n in range(7)),
            bridges=tuple(Bridge(number=n, title=t, requirement="r5", about=j(4), why=prose(why, asked), script=prose("I have not run cold storage yet, and I would not pretend otherwise.", "What I have run is [which controlled process?], where a reading out of range stopped the line.", "In my first month I would walk the HACCP plan with your quality lead before I changed a single rota."), verify=(line("Is every sentence true?"), line("Which certificate could you start now?"), line("Who would confirm the example?")), practice_prompt=line("Act as the quality lead and doubt my cold-chain experience.")) for n, t in enumerate(("Temperature-controlled storage", "A fourth site", "Hungarian"), 1)),
            recovery=tuple(Step(name=n, line=std(t)) for n, t in (("Pause", "Two breaths are fine."), ("Say so", "\u201cI have not met this case.\u201d"), ("Reason", "\u201cHere is how I would find out.\u201d"), ("Anchor", "\u201cThe nearest thing I did was this.\u201d"))),
            avoid=(std("Guessing a number"), std("Talking on")), phrases=(std("\u201cLet me think of the closest case.\u201d"), std("\u201cI would ask the shift first.\u201d")),
            curveballs=tuple(Curveball(id=f"c{n}", question=std(q), why=why, framework=(std("Pick a real one."), std("Own your part."), std("Say what changed."), std("Show it since.")), warning=std("Never a strength in disguise.")) for n, q in enumerate(("What would your last team complain about?", "Tell me about a failure that cost money.", "When did you disagree with your director?"))),
            graceful_bridge=prose(std("Name it, turn to the nearest thing you did, give the evidence.")),
        ),
        "asks": Asks(intro=prose(std("Two good questions are better than six."), provenance="role"), interviewers=tuple(Interviewer(id=i, label=label, focus=std("Process, timing, fit with the team."), asks=tuple(Ask(kind=k, question=std("When a site falls behind on a Friday, who decides what waits until Monday, and how do the others hear of it?"), why=why) for k in ("standard", "company", "role"))) for i, label in (("recruiter", "Recruiter"), ("hiring-manager", "Hiring manager"), ("peer", "Peer"), ("executive", "Executive"), ("night", "Night-shift lead"))), hurts=tuple(std(t) for t in ("What does the company do?", "How soon can I be promoted?", "Did I get the job?")), make_your_own=(std("Ask in your own words."), std("Bring something that you saw on site."))),
        "plan": Plan(why=prose(std("A plan shows how you think."), std("It promises questions and a way of working, and no results that nobody can know yet.")), phases=tuple(Phase(days=d, name=n, aim=line("Understand how the four sites really work before changing one."), blocks=(block("What I'll seek to understand", "How a late truck is decided, site by site", "Which numbers the shifts trust", "What the works council has been promised"), block("Where my background helps", "Reading a site through its dispatch and its incidents", "Coaching team leads into shift managers")), milestone=line(f"By day {d[-2:]}, I can name the three decisions that matter most and who has to agree.")) for d, n in (("Days 1-30", "Learn"), ("Days 31-60", "Build"), ("Days 61-90", "Own")))),
        "cheat_sheet": sheet,
    }  # fmt: skip
