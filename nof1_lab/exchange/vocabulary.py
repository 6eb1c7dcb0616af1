"""The words that stand for one of a few choices, in English, German and French."""

import re

from nof1_lab.exchange.heading import plain

SCALES = {
    "difference": "difference,mean difference,md,absolute,absolute difference,absolute change,points"
    ",linear,additive"
    ",differenz,mittelwertdifferenz,unterschied,différence,raw,identity,difference in means,diff"
    ",natural units",
    "ratio": "ratio,relative,rr,hr,irr,risk ratio,rate ratio,hazard ratio,relative risk,ratio of means"
    ",multiplicative,verhältnis,quotient,rapport,risque relatif,fold change",
    "log_ratio": "log ratio,log rr,log hr,log irr,ln rr,ln hr,ln irr,log,ln ratio"
    ",log risk ratio,log hazard ratio,log rate ratio"
    ",logarithm"
    ",log verhältnis,log rapport,log scale",
    "odds": "odds,odds ratio,or,chancenverhältnis,quotenverhältnis,rapport de cotes",
    "log_odds": "log odds,log odds ratio,log or,logit,ln or,ln odds",
}
DIRECTIONS = {
    "lower": "lower,lowers,decrease,decreases,down,reduces,reduce,reduction,less,negative,fewer,fall,falls"
    ",shorter,↓,minus,niedriger,weniger,senkt,verringert,kürzer,abnahme,geringer,baisse,diminue,réduit"
    ",moins,diminution,inférieur,falling,decreased,reduced",
    "higher": "higher,increase,increases,up,raises,raise,more,positive,rise,rises,longer,↑,plus,höher,mehr"
    ",steigert,erhöht,zunahme,länger,hausse,augmente,augmentation,supérieur,rising,increased",
}
DESIGNS = {
    "trial": "trial,trials,rct,rcts,randomised trial,randomized trial,randomised controlled trial"
    ",randomized controlled trial,randomised trials,randomized trials,randomised controlled trials"
    ",randomized controlled trials,meta analysis,meta analyses,systematic review,metaanalyse"
    ",meta analyse,randomisierte studie,randomisierte studien,crossover trial,crossover rct"
    ",experimental,experiment,clinical trial,clinical trials,klinische studie,essai,essai randomisé"
    ",essais,essais randomisés,essai contrôlé randomisé,méta analyse,n of 1,systematic review of rcts"
    ",meta analysis of rcts,network meta analysis,randomisierte kontrollierte studie,umbrella review"
    ",cochrane review,rct meta analysis",
    "cohort": "cohort,cohort study,cohort studies,observational,observational study,observational studies"
    ",cross sectional,case control,kohorte,kohortenstudie,kohortenstudien,beobachtungsstudie"
    ",beobachtungsstudien,beobachtung,cohorte,étude de cohorte,observationnel,observationnelle"
    ",étude observationnelle,études observationnelles,registry,survey,epidemiological,epidemiology"
    ",real world data",
    "mechanism": "mechanism,mechanistic,expert,expert opinion,physiology,physiological,animal,animal "
    "study,in vitro"
    ",theory,plausibility,biological plausibility,mechanismus,mechanistisch,expertenmeinung,expertise"
    ",avis d expert,mécanisme,mécanistique,pharmacology,preclinical,case report,case series,opinion"
    ",consensus",
    "none": "none,no evidence,no studies,no data,unknown evidence,keine,keine evidenz,aucune,aucune preuve"
    ",anecdotal,anecdote,nothing,kein beleg,speculation,speculative",
}
KINDS = {
    "mean_effect": "mean effect,mean,average,average effect,population,population mean,group,group mean,ate"
    ",average treatment effect,confidence,confidence interval,population average,mittlerer effekt"
    ",mittelwert,effet moyen,moyenne,population effect,group effect",
    "individual_effect": "individual effect,individual,person,personal,prediction,prediction interval"
    ",predictive,ite"
    ",for one person,one person,individueller effekt,person effect,effet individuel,individuel"
    ",individuell,patient,new person",
    "unknown": "unknown,not stated,unclear,unbekannt,inconnu,not known,unspecified",
}
CONFIDENCES = re.compile(
    r"(?<!\w)(?:(?P<word>very low|low|moderate|medium|fair|high|very high|strong|weak|limited"
    r"|sehr gering\w{0,2}|gering\w{0,2}"
    r"|niedrig\w{0,2}|mäßig\w{0,2}|mässig\w{0,2}|mittler\w{0,2}|moderat\w{0,2}|hoh\w{0,2}"
    r"|sehr hoh\w{0,2})[ -]"
    r"(?:confidence|certainty|sicherheit|gewissheit|konfidenz|vertrauen|zuversicht)"
    r"|(?:confiance|certitude)(?: très)? (?P<mot>faible|modérée?|moyenne|élevée?|forte|haute)"
    r"|(?:confidence|certainty|sicherheit|konfidenz|gewissheit|confiance"
    r"|certitude)\s?[:=]\s?(?P<said>very low|low|moderate|medium"
    r"|high|very high|gering|niedrig|mittel|mäßig|mässig|moderat|hoch|faible|modérée?|moyenne|élevée?"
    r"|forte))(?!\w)",
    re.IGNORECASE,
)
LEVELS_WORDS = (
    "very low,low,moderate,medium,fair,high,very high,strong,weak,limited,uncertain,gering,niedrig,"
    "mittel,mäßig,mässig,moderat,hoch,sehr hoch,sehr gering,faible,modérée,modéré,moyenne,moyen,élevée,"
    "élevé,forte,fort,haute,low to moderate,moderate to high,medium high,low moderate,moderate high,"
    "low medium,none,unsure,good,poor,very strong,speculative,tentative"
)
LEVELS = frozenset(LEVELS_WORDS.split(","))
SURE = re.compile(
    r"(?<![\w.,])(?P<share>\d{1,3}(?:[.,]\d{1,4})?\s?%)\s*(?:(?:sure|confident|certain|confidence"
    r"|certainty|probability|chance|likely"
    r"|likelihood|sicher|wahrscheinlich\w{0,4}|sicherheit|zuversicht\w{0,4}|sûre?|certaine?|de confiance"
    r"|de chances?"
    r"|de probabilité|probabilité|credence|posterior probability)(?!\w)(?!\s*(?:interval|intervall|range"
    r"|region)))"
    r"|(?<!\w)(?:confidence|certainty|probability|p\(benefit\)|chance|likelihood|wahrscheinlichkeit"
    r"|sicherheit|probabilité"
    r"|confiance|zuversicht)(?: (?:of|in|that|for|de"
    r"|que) [^\d.;:,()\n]{0,40}?)?\s?[:=]?\s?(?P<behind>\d{1,3}(?:[.,]\d{1,4})?\s?%)"
    r"(?!\s*-?\s*(?:ci|ki|ic|interval|konfidenz))",
    re.IGNORECASE,
)
DESIGN_WORDS = re.compile(
    r"(?<!\w)(?:(?P<trial>meta-?\s?anal\w+|méta-?\s?analyse\w*|rcts?"
    r"|randomi[sz]ed(?: controlled)? (?:crossover )?(?:trials?|stud\w+)"
    r"|randomisierte\w*(?: kontrollierte\w*)? stud\w+|essais?(?: contrôlés?)? randomisés?"
    r"|clinical trials?|cochrane)"
    r"|(?P<cohort>cohort\w*|observational|kohorten?\w*|beobachtungsstud\w+|cohorte\w*|observationnel\w*"
    r"|case-control)"
    r"|(?P<mechanism>mechanis\w+|expert opinion|expertenmeinung|avis d.expert|mécanis\w+|animal (?:study"
    r"|studies|data))"
    r"|(?P<none>no (?:good |direct |human )?(?:evidence|studies|data|trials|rcts)|keine (?:evidenz"
    r"|studien|daten)"
    r"|aucune (?:preuve|étude|donnée)))(?!\w)",
    re.IGNORECASE,
)


def _by_word(choices: dict[str, str]) -> dict[str, str]:
    return {plain(word): choice for choice, words in choices.items() for word in words.split(",")} | {
        plain(choice): choice for choice in choices
    }


CHOICES = {
    "scale": _by_word(SCALES),
    "direction": _by_word(DIRECTIONS),
    "design": _by_word(DESIGNS),
    "interval_kind": _by_word(KINDS),
}


def choice(role: str, text: str) -> tuple[str, bool] | None:
    """What a word stands for, and whether it stands there outright; None when nothing is known.

    >>> choice("design", "RCT"), choice("design", "small RCT, n=12"), choice("scale", "perhaps")
    (('trial', True), ('trial', False), None)
    """
    words = CHOICES[role]
    said = plain(text)
    if said in words:
        return words[said], True
    parts = [plain(part) for part in DIVIDED.split(text[:400].casefold())]
    found = {words[part] for part in parts if part in words}
    if role == "design" and not found:
        match = DESIGN_WORDS.search(text)
        found = {str(match.lastgroup)} if match else set()
    order = [name for name in WEIGHT if name in found] or sorted(found)
    return (order[0], False) if len(found) == 1 or (found and role == "design") else None


DIVIDED = re.compile(r"[;,/|:()]| and | und | et | of | von | de ")
WEIGHT = ("trial", "cohort", "mechanism", "none")
