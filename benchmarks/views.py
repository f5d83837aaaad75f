"""The views that are measured: each page of the app as a reader opens it, and the mix of a class."""

from __future__ import annotations

OPTIONS = "options=carry_on,refusion,scs_implant"

VIEWS = {
    "start": "",
    "map": "map?view=net",
    "map, a card": "map?view=net&node=refusion&part=numbers",
    "map, a route": "map?view=route&to=scs_implant",
    "whole map": "map?view=whole",
    "whole map, a card": "map?view=whole&node=scs_implant",
    "compare": f"compare?{OPTIONS}",
    "compare, what matters": f"compare?{OPTIONS}&step=matters",
    "causes": "causes_and_tests",
    "causes by tests": "causes_and_tests?show=matrix",
    "case": "case",
    "case, filled": "case?case=fever:no,months_since_fusion:26,pain_area:back,metalwork:loose&show=option",
    "evidence": "evidence",
    "evidence, a list": "evidence?subject=all",
    "evidence, a search": "evidence?search=infection",
    "evidence, pictures": "evidence?subject=how_often&show=pictures",
    "guides": "guides",
    "background": "background",
    "learn": "learn",
    "learn, a quiz": "learn?show=quiz&seed=4",
    "learn, a walk": "learn?show=walk&case=two_loose_screws&trail=red_flag_check,history_and_exam&number=3",
    "learn, contested": "learn?show=contested&seed=2",
    "learn, unknown": "learn?show=unknown",
    "learn, a list": "learn?show=class&list=place:ct,case:two_loose_screws,quiz:4:3&told=yes",
    "about": "about",
    "sheet": f"take_home?{OPTIONS}",
    "warning signs": "warning_signs",
    "scorecard": "scorecard",
    "search": "search?text=infection",
    "what is new": "what_is_new",
    "a mistake": "mistake?finding=ct-02",
}
"""Every page, and the views of it that had cost most."""

MIX = (
    *("start", "map", "map, a card", "whole map, a card"),
    *("compare", "causes", "evidence, a search", "background"),
)
"""What the viewers of the load go through, each beginning at another place."""
MAPS = {"map": 3.0, "map, a card": 3.0, "whole map": 4.0, "whole map, a card": 4.0}
"""How many times an empty page with our settings the views of the map may take."""
