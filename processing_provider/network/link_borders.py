"""``gunmane:linkborders``: the road lines of several cities as one network, each drawn up to its own border."""

from __future__ import annotations

import dataclasses
from collections import Counter

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ...i18n import tr
from ..base import GunmaneAlgorithm
from .inputs import declare_fields, declare_roads, read_bridges, read_cities, read_rivers, read_roads
from .keeping import add_plan_parameters
from .outputs import Sinks, titles_of
from .parameters import number
from .progress import Cancellable, Steps, first_of

GROUP_ID = "network"
NODES = (
    ("section", "string"), ("part", "integer"), ("from_m", "double"), ("to_m", "double"), ("length_m", "double"),
    ("node_from", "integer"), ("node_to", "integer"), ("comp", "integer"), ("twin_of", "string"),
)  # fmt: skip
ATTRIBUTES = (
    ("section_id", "string"), ("city_code", "string"), ("route_key", "string"), ("rc", "string"), ("name", "string"),
    ("width_m", "double"), ("oneway", "integer"), ("grade", "double"), ("ln", "string"), ("pt", "string"),
    ("adt", "double"), ("speed_kmh", "double"), ("ad", "string"),
)  # fmt: skip
LINKS = (
    ("link_id", "string"), ("section_a", "string"), ("section_b", "string"), ("city_a", "string"),
    ("city_b", "string"), ("end_a", "string"), ("end_b", "string"), ("gap_m", "double"), ("bearing_diff", "double"),
    ("class_diff", "integer"), ("score", "double"), ("bd", "string"), ("bridge_id", "string"), ("state", "string"),
    ("reason", "string"),
)  # fmt: skip
DUPLICATES = (
    ("kept", "string"), ("other", "string"), ("city_kept", "string"), ("city_other", "string"),
    ("overlap_pct", "double"), ("mean_dist_m", "double"), ("state", "string"), ("reason", "string"),
)  # fmt: skip
CANDIDATES = (
    ("agr_id", "string"), ("city_a", "string"), ("city_b", "string"), ("route_a", "string"), ("route_b", "string"),
    ("sections", "string"), ("overlap_pct", "double"), ("length_m", "double"), ("length_a_m", "double"),
    ("length_b_m", "double"), ("cost_share_a", "double"), ("ct", "string"), ("reason", "string"),
)  # fmt: skip
REVIEW = (
    ("kind", "string"), ("section_a", "string"), ("section_b", "string"), ("end_a", "string"), ("end_b", "string"),
    ("gap_m", "double"), ("score", "double"), ("alternatives", "string"), ("reason", "string"),
)  # fmt: skip
ISSUES = (("code", "string"), ("section", "string"), ("city_code", "string"), ("reason", "string"))
LINK_KIND = "連結候補"  # of the engine's review rows: a line from end to end
LINE = QgsWkbTypes.Type.LineString


def network_group() -> str:
    return tr("4 Network: routes and groups across borders")


class LinkBorders(Cancellable, GunmaneAlgorithm):
    ID = "linkborders"
    ICON = "icons/link.svg"
    NEEDS = ("numpy", "pandas", "shapely", "scipy", "pyproj")
    GROUP_ID = GROUP_ID

    def title(self):
        return tr("Join the cities' roads into one network")

    def group_title(self):
        return network_group()

    def keywords(self):
        return [
            "市境",
            "連結",
            "路線網",
            "二重描画",
            "境界協定",
            "network",
            "border",
            "link",
            "topology",
            "junction",
        ]

    def declare(self):
        any_layer = [QgsProcessing.SourceType.TypeVector]
        declare_roads(self)
        for name, title, help_text in (
            ("CITIES", tr("Areas of the cities"),
             tr("Polygons with a field city_code. With them two ends are joined only where the border lies between"
                " them, and roads along a border are found.")),
            ("RIVERS", tr("Rivers"),
             tr("Lines or areas. Nothing is joined across a river, unless there is a bridge. Of a layer of reference"
                " features the rivers are taken.")),
            ("BRIDGES", tr("Bridges"),
             tr("Points, lines or areas; of a layer of facilities the bridges are taken. A bridge within reach of"
                " both ends lets them be joined across a river.")),
        ):  # fmt: skip
            self.add(QgsProcessingParameterFeatureSource(name, title, any_layer, optional=True), help_text)
        self._declare_limits()
        declare_fields(self)
        self._declare_outputs()
        add_plan_parameters(self)
        self.add_language()
        self.add_numbers(
            PIECES=tr("Pieces of the network"), LINKED=tr("Links across borders"), TO_CHECK=tr("To be checked"),
            TWICE=tr("Sections drawn twice"), ALONG=tr("Boundary roads"), OPEN=tr("Ends without a partner"),
            COMPONENTS=tr("Connected parts of the network"),
        )  # fmt: skip

    def _declare_limits(self) -> None:
        for name, (_, title, most, help_text) in _limits().items():
            default = _default(name)
            limit = number(name, title, default, 0, most, whole=name == "CLASSSTEP")
            self.add(limit, help_text, advanced=name not in ("GAP", "BEARING", "CLASSSTEP"))

    def _declare_outputs(self) -> None:
        line, table = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVector
        for name, title, kind, help_text, usual in (
            ("NETWORK", tr("Network"), line,
             tr("The sections, cut at junctions, each piece with the numbers of the nodes at its ends; ends that"
                " belong together have the same number. No line is moved."), True),
            ("LINKS", tr("Links across borders"), line,
             tr("One row a link: how far, how straight, how sure, and why."), True),
            ("REVIEW", tr("To be checked"), line,
             tr("What is not clear enough to be joined: with the second choices. With a store it waits in the dock"
                " “Waiting for a person”."), True),
            ("DUPLICATES", tr("Roads drawn by two cities"), table,
             tr("Which section is kept as the reference, and which follows it."), True),
            ("CANDIDATES", tr("Boundary roads"), line,
             tr("Roads along a border, as candidates for a boundary agreement, with the length in each city."), True),
            ("ISSUES", tr("Findings in the network"), QgsProcessing.SourceType.TypeVectorAnyGeometry,
             tr("Ends without a partner, islands, lines that cannot be used, and why."), True),
            ("SNAPPED", tr("Network with ends moved together"), line,
             tr("The same network, drawn so that joined ends meet in one point. For maps and other programs; the"
                " cities' own lines stay as they are."), False),
        ):  # fmt: skip
            sink = QgsProcessingParameterFeatureSink(
                name, title, kind, optional=name != "NETWORK", createByDefault=usual
            )
            self.add(sink, help_text)

    def checkParameterValues(self, parameters, context):
        gap, most = (self.parameterAsDouble(parameters, name, context) for name in ("GAP", "CANDIDATE_GAP"))
        if most < gap:
            return False, tr(
                "The gap up to which links are proposed must not be smaller than the gap that is joined."
            )
        return super().checkParameterValues(parameters, context)

    def _run(self, keeping, parameters, context, feedback):
        from ...analysis.network import link_roads

        options = self._options(parameters, context)
        steps = Steps(feedback, 0, 15)
        steps(tr("Reading the roads …"))
        roads = read_roads(self, parameters, context, feedback)
        steps(tr("Reading areas, rivers and bridges …"), 0.7)
        beside = [reader(self, parameters, context, roads.plane, feedback)
                  for reader in (read_cities, read_rivers, read_bridges)]  # fmt: skip
        decisions = self._decisions(keeping)
        steps(tr("Joining …"), 1)
        joined = link_roads(
            roads.frame,
            *beside,
            options=options,
            decisions=decisions,
            progress=Steps(feedback, 15, 70, _stages()),
        )
        results = self._write(joined, roads, parameters, context, feedback)
        self._tell(joined, feedback)
        if keeping and not feedback.isCanceled():
            results["PLAN"] = self._keep(keeping, joined, roads, beside, decisions, options, feedback)
        return results | self._counts(joined)

    def _options(self, parameters, context):
        from ...analysis.network import Options

        given = {}
        for name, (field, _, _, _) in _limits().items():
            value = self.parameterAsDouble(parameters, name, context)
            given[field] = (
                value / 100 if name == "ALONG_SHARE" else int(value) if field == "class_step" else value
            )
        return dataclasses.replace(Options(), **given)

    def _decisions(self, keeping):
        if not keeping:
            return None
        from ...layers.planning.networks import link_decisions
        from ...layers.store import open_store

        with open_store(keeping.path, readonly=True) as store:
            return link_decisions(store)

    # -- results -------------------------------------------------------------------------------------------

    def _write(self, joined, roads, parameters, context, feedback) -> dict:
        sinks = self._sinks = Sinks(
            self, parameters, context, feedback, roads.plane, roads.source.sourceCrs()
        )
        steps = Steps(feedback, 70, 95)
        steps(tr("Writing …"))
        network = with_features(joined.network, roads.frame)
        whole = ~network["section"].duplicated(keep=False).to_numpy()
        spec = titles_of("section", NODES + ATTRIBUTES, node_titles())
        spec = [entry for entry in spec if entry[0] in network]
        sinks.write_beside("NETWORK", network, spec, LINE, roads.source, whole, "network")
        steps(tr("Writing …"), 0.6)
        sinks.write(
            "LINKS", joined.links, titles_of("border_link", LINKS, link_titles()), LINE, "border_link"
        )
        waiting = titles_of("border_link", REVIEW, link_titles())
        sinks.write("REVIEW", with_gaps(joined.review), waiting, LINE, "border_link")
        twice = titles_of("section_duplicate", DUPLICATES, link_titles())
        sinks.write("DUPLICATES", joined.duplicates, twice, QgsWkbTypes.Type.NoGeometry)
        along = titles_of("boundary_agreement", CANDIDATES, link_titles())
        sinks.write(
            "CANDIDATES", joined.candidates, along, QgsWkbTypes.Type.MultiLineString, "boundary_agreement"
        )
        found = joined.findings.assign(geom=_points(joined.findings["geom"]))
        city = dict(zip(roads.frame["section"].astype(str), roads.frame["city_code"]))
        found["city_code"] = found["section"].map(city)
        sinks.write("ISSUES", found, titles_of("section", ISSUES, link_titles()), QgsWkbTypes.Type.Point)
        steps(tr("Writing …"), 0.8)
        if parameters.get("SNAPPED") is not None:
            sinks.write("SNAPPED", snapped(joined.network), spec, LINE, "network")
        return sinks.results

    def _keep(self, keeping, joined, roads, beside, decisions, options, feedback) -> str:
        tables = {
            "plan_section": joined.network[["section", "part", "node_from", "node_to"]],
            "border_link": joined.links,
            "section_duplicate": joined.duplicates,
            "boundary_agreement": joined.candidates,
            "review_item": joined.review,
        }
        params = {"options": dataclasses.asdict(options), "plane": roads.plane}
        return keeping.keep(
            "連結", tables, params, [roads.frame, *beside, decisions], feedback, plane=roads.plane,
            result=self._counts(joined),
        )  # fmt: skip

    def _counts(self, joined) -> dict[str, int]:
        twins = joined.network["twin_of"].notna()
        return {
            "PIECES": len(joined.network),
            "LINKED": len(made(joined.links)),
            "TO_CHECK": len(joined.review),
            "TWICE": int(joined.network.loc[twins, "section"].nunique()),
            "ALONG": len(joined.candidates),
            "OPEN": int((joined.findings["code"] == "B4").sum()),
            "COMPONENTS": int(joined.network["comp"].nunique()),
        }

    def _tell(self, joined, feedback) -> None:
        counts = self._counts(joined)
        feedback.pushInfo(
            tr("{n} links across borders; {check} to be checked; {twice} sections drawn by two cities; {along} roads"
               " along a border; {open} ends at a border without a partner.", n=f"{counts['LINKED']:,}",
               check=counts["TO_CHECK"], twice=counts["TWICE"], along=counts["ALONG"], open=counts["OPEN"])
        )  # fmt: skip
        links = made(joined.links)
        pairs = Counter(tuple(sorted(pair)) for pair in zip(links["city_a"], links["city_b"]))
        if pairs:
            said = [tr("{a} and {b}: {n} links", a=a, b=b, n=n) for (a, b), n in sorted(pairs.items())]
            feedback.pushInfo(first_of(said, 30))
        for code, n in joined.findings.groupby("code").size().items():
            if code != "B4":
                first = joined.findings.loc[joined.findings["code"] == code, "reason"].iloc[0]
                feedback.pushWarning(tr("{n} x {code}, e.g. {reason}", n=n, code=code, reason=first))


def made(links):
    """The links that join the network: not those that a person is still asked about."""
    return links[links["state"].isin(["自動", "採用"])]


def with_gaps(review):
    """What waits for a person, with the length of the missing bit of road."""
    import numpy as np
    import shapely

    length = np.round(shapely.length(review["geom"].to_numpy(object)), 2)
    return review.assign(gap_m=np.where(review["kind"] == LINK_KIND, length, np.nan))


def with_features(network, frame):
    """The network with the place of each piece's section in the layer."""
    import pandas as pd

    place = pd.Series(frame.index.to_numpy(), index=frame["section"].to_numpy())
    return network.assign(feature=network["section"].map(place).astype(int))


def snapped(network):
    """The network with the ends of its pieces moved to their nodes: the middle of all ends there."""
    import numpy as np
    import shapely

    if not len(network):
        return network
    lines = network["geom"].to_numpy(object)
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    first = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    last = np.r_[first[1:] - 1, len(owner) - 1]
    node = np.concatenate([network["node_from"].to_numpy(), network["node_to"].to_numpy()])
    at = np.concatenate([first, last])
    _, slot = np.unique(node, return_inverse=True)
    count = np.bincount(slot)
    xy[at] = np.column_stack([np.bincount(slot, xy[at, axis]) / count for axis in (0, 1)])[slot]
    return network.assign(geom=shapely.linestrings(xy, indices=owner))


def _points(shapes):
    """A point on each: findings are lines, ends and islands."""
    import numpy as np
    import shapely

    shapes = np.array([*shapes, None], object)[:-1]
    there = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    shapes[~there] = None
    shapes[there] = shapely.point_on_surface(shapes[there])
    return shapes


def _stages() -> dict[str, str]:
    return {
        "read": tr("Checking the lines …"), "topology": tr("Joining the roads inside each city …"),
        "duplicates": tr("Looking for roads drawn by two cities …"), "links": tr("Joining ends across borders …"),
        "meetings": tr("Joining ends to roads of other cities …"), "tables": tr("Numbering the nodes …"),
        "done": tr("The network is joined."),
    }  # fmt: skip


def node_titles() -> dict[str, str]:
    return {
        "section": tr("Section"), "part": tr("Piece"), "from_m": tr("From (m)"), "to_m": tr("To (m)"),
        "node_from": tr("Node at the start"), "node_to": tr("Node at the end"), "comp": tr("Connected part"),
        "twin_of": tr("Drawn already as"), "name": tr("Name of the road"), "rc": tr("Road class"),
        "oneway": tr("One-way"), "grade": tr("Level"),
    }  # fmt: skip


def link_titles() -> dict[str, str]:
    return {
        "city_a": tr("City A"), "city_b": tr("City B"), "city_kept": tr("City of the reference"),
        "city_other": tr("City of the other"), "reason": tr("Reason"), "sections": tr("Sections"),
        "length_a_m": tr("Length in city A (m)"), "length_b_m": tr("Length in city B (m)"), "kind": tr("Kind"),
        "alternatives": tr("Other choices"), "code": tr("Finding"), "section": tr("Section"),
    }  # fmt: skip


def _limits() -> dict[str, tuple]:
    """Parameter -> (field of Options, title, largest value, help)."""
    return {
        "GAP": ("gap_m", tr("Largest gap that is joined (m)"), 1000.0,
                tr("Ends of two cities so near may be one road.")),
        "BEARING": ("bearing_deg", tr("Largest difference of bearings (degrees)"), 180.0,
                    tr("How far two ends may miss each other's direction.")),
        "CLASSSTEP": ("class_step", tr("Largest difference of classes"), 9.0,
                      tr("Class 1 meets class 2, not class 3. National roads count -1, prefectural 0.")),
        "CANDIDATE_GAP": ("candidate_gap_m", tr("Gap up to which a link is proposed (m)"), 1000.0,
                          tr("Wider gaps are never joined, but listed to be checked.")),
        "BEARING_OVER": ("bearing_over_m", tr("Bearing measured over the last (m)"), 1000.0,
                         tr("So that a short bend at the end does not count.")),
        "SNAP": ("snap_m", tr("Missed junctions (m)"), 100.0,
                 tr("An end that stops so near to another line of its city is joined to it; no line is moved.")),
        "BRIDGE": ("bridge_m", tr("Reach of a bridge (m)"), 1000.0,
                   tr("A bridge so near to both ends lets them be joined across a river.")),
        "ALONG": ("along_border_m", tr("Boundary roads: distance from the border (m)"), 1000.0,
                  tr("What lies so near runs along the border.")),
        "ALONG_SHARE": ("along_share", tr("Boundary roads: least share (%)"), 100.0,
                        tr("How much of a section must run along the border.")),
        "ALONG_MIN": ("along_min_m", tr("Boundary roads: least length (m)"), 10000.0,
                      tr("Shorter ones are not listed.")),
    }  # fmt: skip


_USUAL = {
    "GAP": 15.0, "BEARING": 30.0, "CLASSSTEP": 1.0, "CANDIDATE_GAP": 30.0, "BEARING_OVER": 30.0, "SNAP": 1.0,
    "BRIDGE": 15.0, "ALONG": 10.0, "ALONG_SHARE": 70.0, "ALONG_MIN": 50.0,
}  # fmt: skip


def _default(name: str) -> float:
    """The defaults of ``analysis.network.Options``, written down: the dialog opens without loading numpy."""
    return _USUAL[name]
