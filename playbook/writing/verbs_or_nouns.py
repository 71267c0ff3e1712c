"""Lists of verbs whose bare form is a noun or an adjective as well. When which of them it is, is told in `noun_heads`."""

from __future__ import annotations

NOUNS_TOO = frozenset(
    {
        *("act", "address", "advance", "aid", "answer", "archive", "arrest", "audit", "award", "back", "balance"),
        *("benchmark", "bid", "bill", "book", "boost", "bottle", "break", "bridge", "brief", "broadcast", "broker"),
        *("budget", "buy", "call", "campaign", "captain", "capture", "care", "cast", "catalog", "catalogue"),
        *("chair", "champion", "charge", "chart", "check", "coach", "code", "comfort", "command", "commission", "console"),
        *("contract", "control", "cook", "cost", "cover", "craft", "credit", "crush", "cut", "deal", "debate", "debit"),
        *("demo", "deposit", "design", "discharge", "dispatch", "document", "double", "draft", "dress", "drill"),
        *("drive", "drop", "ease", "email", "engineer", "escort", "estimate", "exercise", "exhibit", "experiment"),
        *("factor", "feature", "feed", "field", "fight", "file", "fill", "film", "finance", "finish", "fix", "flag"),
        *("fly", "forecast", "forge", "form", "frame", "fund", "gain", "garnish", "grade", "grant", "group"),
        *("guarantee", "guard", "guide", "hand", "handle", "harvest", "head", "help", "hire", "hit", "hold", "host"),
        *("house", "index", "influence", "instrument", "insulate", "interview", "inventory", "invoice", "judge"),
        *("kick", "label", "land", "landscape", "launch", "lead", "lease", "leave", "lecture", "leverage", "licence"),
        *("license", "lift", "link", "load", "lobby", "log", "look", "machine", "man", "map", "mark", "market"),
        *("master", "match", "measure", "mentor", "merchandise", "mill", "mine", "mix", "model", "mold", "monitor"),
        *("mould", "move", "name", "network", "nurse", "offer", "offset", "order", "outfit", "outline", "pack"),
        *("package", "paint", "pair", "partner", "pass", "patch", "patent", "patrol", "pave", "pay", "perfect"),
        *("phone", "photograph", "pickle", "pilot", "pioneer", "pitch", "place", "plan", "plant", "plate", "play"),
        *("plot", "poll", "port", "portion", "position", "post", "practice", "practise", "prep", "present", "price"),
        *("probe", "process", "produce", "profile", "program", "programme", "progress", "project", "prototype"),
        *("purchase", "push", "question", "quote", "rake", "rank", "rate", "reach", "read", "record", "refund"),
        *("register", "release", "remedy", "repair", "reply", "report", "request", "rescue", "research", "reserve"),
        *("result", "review", "reward", "rise", "roll", "route", "sail", "salvage", "sample", "sand", "scale", "scan"),
        *("schedule", "school", "scope", "score", "screen", "sculpt", "search", "season", "seat", "second"),
        *("segment", "sequence", "service", "set", "share", "shelter", "shepherd", "shift", "ship", "show", "sign"),
        *("sketch", "slot", "sort", "source", "speed", "spend", "spin", "split", "sponsor", "spot", "spread"),
        *("staff", "stage", "stand", "start", "stay", "steer", "stem", "steward", "stitch", "stock", "stretch"),
        *("structure", "study", "style", "subcontract", "supply", "support", "surface", "survey", "swap", "sweep"),
        *("tailor", "talk", "tally", "target", "taste", "team", "tend", "test", "thank", "tile", "time", "top"),
        *("tour", "track", "trade", "train", "transition", "transport", "travel", "treat", "triage", "trial"),
        *("trigger", "trim", "tune", "turn", "tutor", "update", "upgrade", "value", "vet", "volunteer", "wash"),
        *("walk", "watch", "weed", "weigh", "welcome", "weld", "win", "wire", "witness", "work", "wrap", "yield", "zone"),
    }
)
"""Verbs that are spelled like a noun. Not among them are those that open bullets as deeds almost always, such as `manage`."""

ADJECTIVES_TOO = frozenset(
    {
        *("average", "better", "clean", "clear", "close", "complete", "correct", "direct", "double", "dry", "elaborate"),
        *("empty", "exempt", "free", "frequent", "initiate", "lean", "live", "local", "lower", "mean", "moderate", "narrow"),
        *("open", "own", "parallel", "perfect", "present", "quiet", "remote", "ready", "secure", "separate", "slow", "smooth"),
        *("solo", "sole", "subject", "total", "triple", "warm"),
    }
)
"""Verbs that are spelled like an adjective: "direct bookings"."""

WITH_PREPOSITION = frozenset(
    {
        "assist",
        "attend",
        "collaborate",
        "consult",
        "contribute",
        "liaise",
        "participate",
        "respond",
        "rotate",
        "serve",
        "testify",
        "work",
    }
)
"""Verbs that no noun is spelled like, or seldom: "titrate drips, assist with intubation"."""

_WITH_OF = frozenset(
    {"approve", "complain", "conceive", "consist", "dispose", "dream", "hear", "know", "learn", "speak", "think"}
)
"""Verbs that keep the "of" which other gerunds lose: "Disposing of sharps", but "Purchasing of films"."""

ACTION_NOUNS = frozenset(
    {
        *("administration", "analysis", "care", "compliance", "control", "coordination", "cover", "coverage", "delivery"),
        *("development", "entry", "handling", "improvement", "maintenance", "management", "mgmt", "mgmt.", "mgt", "mgt."),
        *("negotiation", "operation", "operations", "optimisation", "optimization", "preparation", "prevention", "processing"),
        *("procurement", "production", "protection", "reconciliation", "recovery", "reduction", "replacement", "reporting"),
        "response",
        *("securement", "security", "stewardship", "tracking", "treatment", "triage", "turnover", "usage", "writing"),
    }
)
"""What something is called that is done to the noun before it: "stock control", "patch compliance", "cost reduction"."""

TAKE_NAMES_OF_ACTIONS = frozenset(
    {
        *("aid", "audit", "check", "design", "document", "drive", "file", "handle", "lead", "maintain", "monitor", "perform"),
        *("plan", "practice", "practise", "present", "push", "record", "report", "research", "review", "schedule", "share"),
        *("study", "support", "survey", "teach", "track", "update", "use", "help", "conduct"),
    }
)
"""Verbs that are done to actions: "support implementation", "monitor compliance", "review documentation"."""


def with_object(rest: str, lemma: str, form: str) -> str:
    """What follows a gerund as it follows the verb: "Training of 5 apprentices" is what "trained 5 apprentices" says."""
    return rest.removeprefix(" of") if form == "gerund" and rest.startswith(" of ") and lemma not in _WITH_OF else rest
