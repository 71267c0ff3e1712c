"""Cases as texts, run through the real readers: people whom the sample cases leave out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playbook.artifacts.brief import Brief
from playbook.intake.files import read
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from playbook.reading.posting import parse_posting
from playbook.reading.resume import parse_resume
from playbook.scoring import score
from playbook.writing.archetype_choice import choose_archetypes

TODAY = date(2026, 11, 23)

GRADUATE = """Priya Nair
Toronto, ON | priya@example.com

EDUCATION
B.Sc. in Computer Science, University of Waterloo, 2026

PROJECTS
Lift Share
January 2026 - April 2026
- Built a carpooling app for commuting students; 240 students signed up in the first month
- Designed the PostgreSQL schema and wrote 60 integration tests
Lecture Summariser
September 2025 - December 2025
- Trained a text classifier that sorts lecture notes by topic with 88% accuracy
- Presented the project to 40 faculty members at the department open day

SKILLS
Python, JavaScript, React, PostgreSQL, Git
"""

DEVELOPER = """Junior Software Developer
Northgate, Toronto

About us
Northgate makes scheduling software for clinics. We ask questions early and we leave code better than we found it.

What you will do
- Write and test features in Python and JavaScript
- Fix bugs reported by clinics
- Take part in code reviews

Requirements
- Degree in computer science or equivalent
- Experience with Python or JavaScript
- Familiarity with SQL
"""

LIBRARIAN = """Margaret Ellis
Bristol

PROFILE
I am a children's librarian who loves getting reluctant readers to their first finished book.

EXPERIENCE
Children's Librarian, Bristol Central Library
2015 - present
I run the weekly story hour and choose the books for the children's room. I started a reading club for teenagers with a
local bookshop. I look after the volunteers and write the summer programme.

Library Assistant, Bath Library
2011 - 2015
I helped visitors at the desk, repaired damaged books and set up displays. I also trained new Saturday staff.

EDUCATION
BA in English Literature, University of Exeter, 2010
"""

LIBRARY = """Community Library Manager
Northgate

We are looking for a manager for our community library. You will lead a small team, plan events for families and look after
our building. We believe that everyone belongs in a library.

Responsibilities
- Lead a team of four staff and twenty volunteers
- Plan events for children and families
- Manage the budget for books and events
- Work with schools and local groups

Requirements
- Experience in a public library
- Experience of leading people
"""

TEACHER = """Daniel Okoro
Phoenix, AZ

SUMMARY
High school math teacher with 8 years of experience, moving into data analysis after completing a certificate in analytics.

EXPERIENCE
Math Teacher, Camelback High School, Phoenix, AZ
August 2018 - Present
- Raised Algebra I pass rates from 62% to 71% by analyzing weekly quiz data and regrouping students
- Created a Tableau dashboard of attendance and grades that 30 teachers use
- Teach five sections of Algebra II and coach the math team
- Elected union steward by 80 coworkers
- Trained 12 colleagues in Google Sheets

Tutor, Bright Minds, Phoenix, AZ
2016 - 2018
- Tutored 25 students in statistics and calculus

EDUCATION
B.A. in Mathematics, Arizona State University, 2016

CERTIFICATES
Data Analytics Professional Certificate, 2025

SKILLS
SQL, Tableau, Excel, Python (pandas)
"""

ANALYST = """Data Analyst
Northgate, Phoenix, AZ

About the team
Our analysts help clinics see where patients wait. We value curiosity and plain language.

Responsibilities
- Build dashboards in Tableau for clinic managers
- Write SQL queries against our warehouse
- Explain findings to people who do not work with data
- Check data quality every week

Requirements
- 2+ years of experience in data analysis
- SQL and Tableau
- Clear communication
"""

ASSISTANT = """Sam Porter
Leeds

WORK EXPERIENCE
Shop Assistant, Greenway Grocers
06/2022 - Present
- Answered phones and greeted visitors
- Responsible for opening and closing the shop
- Stock shelves and manage the fresh produce section
- Tidy

SKILLS
Till, customer service, stock taking, friendly manner with customers of every age and mood
"""

ADVISOR = """Customer Service Advisor
Northgate

Responsibilities
- Answer customer questions by phone and email
- Solve complaints
- Keep records of every contact

Requirements
- Good communication
- Some experience with customers
- Patience on the phone and clear written English
"""

CASES = {
    "graduate": (GRADUATE, DEVELOPER),
    "librarian": (LIBRARIAN, LIBRARY),
    "teacher": (TEACHER, ANALYST),
    "assistant": (ASSISTANT, ADVISOR),
}
"""Name to resume and posting."""


def brief_of_texts(name: str, folder: Path, knowledge: Knowledge) -> Brief:
    """The brief of a case of this module, made as the pipeline makes it."""
    resume_text, job_text = CASES[name]
    (folder / "resume.txt").write_text(resume_text, encoding="utf-8")
    (folder / "job.txt").write_text(job_text, encoding="utf-8")
    resume = parse_resume(read(folder / "resume.txt", "resume"), knowledge, TODAY)
    posting = parse_posting(read(folder / "job.txt", "job"), knowledge, company="Northgate")
    company = profile_company("Northgate", posting, knowledge, TODAY)
    matching = match(resume, posting, company, knowledge)
    return Brief(
        candidate=resume.name.text if resume.name else "Robin Vale",
        resume=resume,
        posting=posting,
        company=company,
        matching=matching,
        fit=score(resume, posting, company, matching, knowledge),
        archetypes=choose_archetypes(resume, knowledge),
        on=TODAY,
    )
