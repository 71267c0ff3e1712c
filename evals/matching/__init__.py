"""How well requirements are judged, measured on the labelled set: statuses, false gaps, and what the packs know."""
