"""What a column, a key or a label of a candidate means, and what else its words say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nof1_lab.exchange import heading, phrase
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.vocabulary import CHOICES

ROLES = {
    "name": "name,candidate,candidates,intervention,interventions,treatment,option,arm,action,strategy"
    ",proposal,title,label,treatment name,intervention name,candidate name,drug,medication,supplement"
    ",therapy,what to try,kandidat,kandidaten,maßnahme,behandlung,wirkstoff,mittel,therapie,titel"
    ",bezeichnung,vorschlag,traitement,nom,candidat,proposition,stratégie,intervention proposée,what"
    ",was,mesure proposée",
    "rank": "rank,#,no,nr,number,position,ranking,order,place,priority,rang,platz,rangfolge,nummer,priorität"
    ",priorité,classement,numéro",
    "estimate": "estimate,effect,mean,median,point estimate,effect estimate,estimated effect,expected effect"
    ",mean effect,difference,mean difference,md,effect size,expected difference,expected change"
    ",mean change,change,expected,expected benefit,effect mean,posterior mean,prior mean"
    ",central estimate,best guess,predicted effect,treatment effect,average effect,delta,effect value"
    ",expected effect size,estimate mean,effekt,schätzung,schätzwert,wirkung,erwarteter effekt"
    ",erwartete wirkung,erwartete änderung,mittlerer effekt,mittlere differenz,differenz,mittelwert"
    ",änderung,effektschätzer,effet,effet attendu,effet estimé,estimation,estimé,différence"
    ",différence moyenne,effet moyen,changement attendu,smd,effektgröße,beta,mu",
    "lower": "lower,low,lower bound,lower limit,lower end,lcl,ci low,ci lower,ci lower bound,lower ci,low ci"
    ",cri lower,ci lo,from,min,minimum,lo,lb,lower95,ci95 low,ci95 lower,interval lower,interval low"
    ",ci lower limit,hdi low,hdi lower,unten,untere grenze,untergrenze,unteres ende,von,ki unten"
    ",ki untere grenze,ki von,untere ki grenze,borne inférieure,limite inférieure,inférieure,inférieur"
    ",bas,borne basse,ic inférieur,ic bas,ic borne inférieure,l95,cil,pessimistic",
    "upper": "upper,high,upper bound,upper limit,upper end,ucl,ci high,ci upper,ci upper bound,upper ci"
    ",high ci"
    ",cri upper,ci hi,to,max,maximum,hi,ub,upper95,ci95 high,ci95 upper,interval upper,interval high"
    ",ci upper limit,hdi high,hdi upper,oben,obere grenze,obergrenze,oberes ende,bis,ki oben"
    ",ki obere grenze,ki bis,obere ki grenze,borne supérieure,limite supérieure,supérieure,supérieur"
    ",haut,borne haute,ic supérieur,ic haut,ic borne supérieure,u95,ciu,optimistic",
    "interval": "interval,ci,cri,range,confidence interval,credible interval,uncertainty interval,uncertainty"
    ",ci 95,ci95,95ci,hdi,eti,pi,ui,prediction interval,bounds,confidence bounds,interval bounds"
    ",uncertainty range,plausible range,ci range,confidence range,konfidenzintervall"
    ",vertrauensintervall,kredibilitätsintervall,unsicherheit,unsicherheitsbereich,ki,vi,bereich"
    ",spanne,intervall,intervalle,intervalle de confiance,intervalle de confiance à,ic,ic à,ic95,ki95"
    ",ki zu,intervalle de crédibilité,plage,incertitude",
    "level": "level,confidence level,ci level,interval level,credible level,coverage,interval coverage,niveau"
    ",konfidenzniveau,vertrauensniveau,niveau de confiance,niveau de l intervalle",
    "sd": "sd,standard deviation,std,stdev,std dev,sigma,effect sd,prior sd,posterior sd,sd of effect"
    ",uncertainty sd,standardabweichung,écart type,ecart type,sd effect,sd of the effect",
    "se": "se,standard error,sem,std error,standardfehler,erreur type,erreur standard",
    "confidence": "confidence,certainty,probability of benefit,p benefit,prob benefit,chance of benefit"
    ",probability"
    ",credence,confidence score,certainty of evidence,grade,strength of evidence,chance,likelihood"
    ",probability it helps,konfidenz,sicherheit,gewissheit,zuversicht,wahrscheinlichkeit,vertrauen"
    ",confiance,certitude,probabilité,p helps,chance it helps,vertrauen in die schätzung"
    ",degré de confiance",
    "scale": "scale,effect scale,effect type,effect measure,type of effect,effect metric,metric,skala"
    ",effektmaß"
    ",échelle,mesure d effet,type d effet",
    "interval_kind": "interval kind,kind of interval,interval type,kind,interval about,interval is about"
    ",interval refers to,interval meaning,what the interval is about,intervallart,art des intervalls"
    ",type d intervalle,nature de l intervalle",
    "unit": "unit,units,effect unit,outcome unit,unit of measure,measure unit,einheit,einheiten,unité,unités",
    "direction": "direction,effect direction,direction of effect,expected direction,sign,richtung"
    ",wirkrichtung"
    ",richtung des effekts,sens,sens de l effet,direction de l effet",
    "dose": "dose,dosage,dosing,regimen,how much,dose and timing,amount,dosis,dosierung,menge,posologie"
    ",dosage proposé",
    "onset_days": "onset days,onset,days to effect,time to effect,days until it acts,days to act,acts within"
    ",time to onset,onset time,onset of action,onset of effect,effect onset,effect onset days"
    ",days until effect,time until effect,days to onset,onset in days,onset weeks,onset hours"
    ",weeks to effect,hours to effect,onset duration,acts after,acts in,time to act,works within"
    ",wirkeintritt,wirkungseintritt,wirkbeginn,wirkt nach,tage bis zur wirkung,zeit bis zur wirkung"
    ",wirkt innerhalb,délai d action,délai,début d action,jours avant effet,délai avant effet,agit en"
    ",délai d effet",
    "washout_days": "washout days,washout,wash out,days to washout,washout time,washout period,wash out "
    "period"
    ",days until it is washed out,days until washed out,wash out days,time to washout,washout in days"
    ",washout weeks,washout hours,carry over,carryover,carry over days,washed out after,auswaschphase"
    ",auswaschzeit,auswaschen,tage bis zum auswaschen,ausgewaschen nach,washout tage,période de lavage"
    ",lavage,élimination,temps d élimination,sevrage,période de sevrage,délai d élimination"
    ",jours d élimination",
    "rationale": "rationale,why,reason,reasons,reasoning,justification,explanation,comment,comments,note"
    ",notes"
    ",description,mechanism of action,how it works,evidence summary,summary,details,begründung,grund"
    ",erklärung,warum,bemerkung,kommentar,beschreibung,anmerkung,notiz,raison,raisons,pourquoi"
    ",explication,commentaire,remarque,argument,justificatif",
    "citations": "citations,citation,references,reference,sources,source,refs,literature,bibliography,doi"
    ",dois"
    ",key references,key studies,studies,pmid,supporting studies,quellen,quelle,literatur,belege,beleg"
    ",studien,références,référence,bibliographie,études",
    "population": "population,evidence population,people,participants,study population,populations,sample"
    ",ancestry"
    ",studied in,who was studied,people of the evidence,population of the evidence,evidence groups"
    ",groups,stichprobe,teilnehmende,teilnehmer,bevölkerung,studienpopulation,untersuchte gruppe"
    ",population étudiée,patients,participants étudiés",
    "design": "design,evidence,kind of evidence,evidence type,type of evidence,study type,study design"
    ",evidence kind,evidence level,level of evidence,evidence base,source of evidence,evidence quality"
    ",quality of evidence,evidenz,evidenzart,art der evidenz,studientyp,studiendesign,evidenzgrad"
    ",type d étude,niveau de preuve,preuve,preuves,type de preuve,qualité des preuves",
    "model": "model,source model,lfm,llm,generated by,ai model,model name,modell,modèle,ki modell,erzeugt von"
    ",généré par",
    "made_on": "date,made on,generated on,generated at,created,created at,created on,timestamp,date made"
    ",as of"
    ",generated,datum,stand,erstellt am,erzeugt am,vom,créé le,généré le,fait le",
}
SYNONYMS = heading.by_word(ROLES)
NUMBERS = frozenset({"estimate", "lower", "upper", "interval", "sd", "se"})
TIMES = frozenset({"onset_days", "washout_days"})
TIME = re.compile(
    r"(?<![^\W_])(minutes?|mins?|minuten?|hours?|hrs?|h|stunden?|std|heures?|days?|d|tagen?|tage?|jours?"
    r"|j|weeks?|wks?|wochen?"
    r"|semaines?|months?|monaten?|monate?|mois)(?![^\W_])",
    re.IGNORECASE,
)
QUANTILE = re.compile(
    r"\s*(?:q|p|quantile |percentile )?(\d{1,2}(?:[.,]\d)?)\s*(?:%|th percentile|%-quantil)\s*"
)
NAMED_RATIO = re.compile(
    r"(?<!\w)(?:(?:log|ln)[ (_-]?)?(?:(?-i:HR|RR|IRR|OR)|(?:odds|hazard|risk|rate)[ -_]ratio"
    r"|relative[ _-]risk|\A(?:hr|rr|irr|or)\Z)(?!\w)",
    re.IGNORECASE,
)
NO_UNIT = re.compile(
    r"\d|±|\bvs\b|versus|mean|median|mittel|moyen|expected|range|low|high|\bsd\b|\bse\b|optional",
    re.IGNORECASE,
)
LEVEL = re.compile(r"(?<![\w.,])(?:50|80|8[5-9]|9\d)(?![\w.,])")
MARKS = re.compile(r"\d+\s*[-\u2013/]\s*\d+|/\s*\d+|of \d+|stars|sterne|étoiles|score")
LONGEST_UNIT = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A role, and the parts that the heading itself names: a unit, a level, a scale."""

    role: str | None
    extras: Mapping[str, Piece] = field(default_factory=dict[str, Piece])
    words: str = ""
    time: str = ""
    is_share: bool = False


def column(piece: Piece) -> Column:
    """What a heading stands for."""
    text = str(piece.value)[:200]
    role, extras = _role(text), dict[str, Piece]()
    named = NAMED_RATIO.search(text)
    if role is None and named is not None and heading.CODE.isdisjoint(text) and not _has_digit(text):
        role = "estimate"
    if role in NUMBERS:
        extras = _extras(piece, text)
    if role == "confidence" and MARKS.search(text):
        role = None
    named_smd = phrase.STANDARDISED.search(text.replace("_", " "))
    if role == "estimate" and named_smd is not None:
        extras["unit"] = piece.part(*named_smd.span()).guess(
            "SD", f"{named_smd[0]} is counted in standard deviations."
        )
    time = TIME.search(text.replace("_", " ")) if role in TIMES else None
    in_percent = role in NUMBERS and any(part == "%" for part in heading.in_brackets(text))
    return Column(role, extras, text, time[0] if time else "", in_percent)


def _role(text: str) -> str | None:
    quantile = QUANTILE.fullmatch(text)
    if quantile is not None:
        share = float(quantile[1].replace(",", "."))
        return "estimate" if share == 50.0 else "lower" if share < 50.0 else "upper"
    return heading.role(text, SYNONYMS) or _without_level(text)


def _without_level(text: str) -> str | None:
    """The role of a heading such as CI_LOWER_90."""
    plain = heading.plain(text)
    bare = LEVEL.sub(" ", plain)
    return None if bare == plain else heading.role(bare, SYNONYMS)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in heading.plain(text))


def _extras(piece: Piece, text: str) -> dict[str, Piece]:
    extras: dict[str, Piece] = {}
    key = phrase.KEY.search(text)
    for group in ("before", "behind", "bare"):
        if key is not None and key[group]:
            part = piece.part(*key.span(group))
            extras["level"] = part if group != "bare" else Piece(f"{part.value}%", part.at)
    said = LEVEL.search(text.replace("_", " "))
    if said is not None and heading.role(text, SYNONYMS) is None:
        extras["level"] = Piece(f"{said[0]}%", piece.part(*said.span()).at)
    quantile = QUANTILE.fullmatch(text)
    if quantile is not None:
        share = abs(1.0 - 2.0 * float(quantile[1].replace(",", ".")) / 100.0)
        if share:
            extras["level"] = piece.guess(round(share, 6), "It was made of the quantiles in the headings.")
    named = NAMED_RATIO.search(text)
    if named is not None:
        scale = CHOICES["scale"][heading.plain(named[0])]
        extras["scale"] = piece.part(*named.span()).guess(
            scale, f"{named[0].replace('(', ' ')} was taken for the scale {scale.replace('_', ' ')}."
        )
    for found in heading.IN_BRACKETS.finditer(text):
        _bracket(piece, found, extras)
    return extras


def _bracket(piece: Piece, found: re.Match[str], extras: dict[str, Piece]) -> None:
    """A bracket in a heading: the scale, or the unit."""
    said = found[0][1:-1].strip()
    start = found.start() + 1 + len(found[0][1:-1]) - len(found[0][1:-1].lstrip())
    part = piece.part(start, start + len(said))
    scale = CHOICES["scale"].get(heading.plain(said))
    if scale is not None and heading.plain(said) != "points":
        extras.setdefault("scale", part.guess(scale, f"{said} was taken for the scale {scale}."))
    elif (
        said
        and len(said) <= LONGEST_UNIT
        and not NO_UNIT.search(said)
        and not phrase.KEY.search(said)
        and said != "%"
    ):
        extras.setdefault("unit", part)


def is_name(text: str) -> bool:
    """Whether a heading stands for the name."""
    return heading.role(text, SYNONYMS) == "name"
