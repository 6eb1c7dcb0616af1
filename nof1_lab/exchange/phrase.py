"""How models and people write an effect with its uncertainty, in English, German and French."""

import re

from nof1_lab.exchange.amount import AMOUNT

ANY = re.IGNORECASE
SHARE = "\\d{1,3}+(?:[.,]\\d{1,6}+)?+[ \u00a0\u202f]?%"
KIND = (
    r"(?:(?:confidence|credible|uncertainty|prediction|compatibility|posterior)[ -](?:interval|range)"
    r"|interval(?:le)?"
    r"(?: de (?:confiance|crédibilité|prédiction))?|(?:konfidenz|vertrauens|kredibilitäts"
    r"|glaubwürdigkeits|vorhersage"
    r"|prognose|unsicherheits)(?:intervall|bereich)|intervall|cri|ci|hdi|hpdi?|eti|pi|ui|ki|vi|icr|ic)"
)
KEY = re.compile(
    rf"(?<![\w.,])(?P<before>{SHARE})[\s-]{{0,3}}{KIND}(?!\w)"
    rf"|(?<!\w){KIND}\s?(?:à|at|zu|von|of|de)?\s?[(,:]?\s?(?P<behind>{SHARE})\s?\)?"
    rf"|(?<!\w)(?:ci|ic|ki)[-_ ]?(?P<bare>[5-9]\d)(?![\w.,%])|(?<!\w){KIND}(?!\w)",
    ANY,
)
RANGE = re.compile(
    r"(?<!\w)(?:between|zwischen|entre|from|von|de|range|ranging|plausible|bereich|plage|interval)(?!\w)", ANY
)
UNIT = (
    r"(?:%(?:\s?(?:points?|punkte))?|°[CF]"
    r"|[^\W\d_]{1,20}(?:\s?/\s?[^\W\d_]{1,12}|\s(?:per|pro|par|a)\s[^\W\d_]{1,12})?)"
)
BETWEEN = r"\s*(?:to|bis|à|and|und|et|a|until|through|\.\.++|…|;|\u2013|\u2014|-|/|,)\s*"
OPENS = r"\s*(?:of|was|is|von|de|est|=|:|,)?\s*[\[(]?\s*(?:from|between|von|zwischen|de|entre)?\s*"
ENDS = re.compile(
    rf"{OPENS}(?P<low>{AMOUNT})\s*(?P<unit>(?!(?:to|bis|and|und|et|a|until|through)(?!\w)){UNIT}(?=\s"
    rf"|[-\u2013;]))?{BETWEEN}(?P<high>{AMOUNT})"
    rf"\s*(?P<unit2>%)?(?![\w]*\d)",
    ANY,
)
# Two numbers where one was looked for; a dash between them only divides them when spaces do not tell.
ONLY_ENDS = re.compile(
    rf"(?P<low>{AMOUNT})\s*(?P<unit>(?!(?:to|bis)(?!\w))(?!à){UNIT})??"
    rf"\s*(?:to|bis|à|\u2013|-)\s*(?P<high>(?<![\w.,]){AMOUNT})\s*(?P<unit2>%)?",
    ANY,
)
# Two whole numbers with a comma between them and nothing else can only be two ends.
PAIR = re.compile(
    r"\s*[\[(]\s*(?P<low>[+\-\u2212]?\d{1,9}),(?P<high>[+\-\u2212]?\d{1,9})\s*(?P<unit2>%)?[\])]"
)
BRACKET = re.compile(
    rf"[\[(]\s*(?:{KIND}\s?:?\s?)?(?={AMOUNT}\s*(?:%|{UNIT})?{BETWEEN}{AMOUNT}\s*%?\s*[\])])", ANY
)
PLUS_MINUS = re.compile(
    rf"(?P<mid>{AMOUNT})\s*(?P<unit>{UNIT})?\s*(?:±|\+/[-\u2212]"
    rf"|\+-)\s*(?P<half>{AMOUNT})\s*(?P<tail>[^;\n]{{0,60}}+)",
    ANY,
)
IS_SD = re.compile(
    r"(?<!\w)(?:sd|s\.d\.|standard deviations?|standardabweichung|écart[- ]type|sigma|σ)(?!\w)", ANY
)
IS_SE = re.compile(r"(?<!\w)(?:se|s\.e\.|sem|standard error|standardfehler|erreur[- ]type)(?!\w)", ANY)
SD = re.compile(
    rf"(?<!\w)(?:posterior |prior )?(?P<word>sd|s\.d\.|standard deviation|standardabweichung"
    rf"|écart[- ]type|se|standard error"
    rf"|standardfehler|erreur[- ]type)\)?\s*(?:of|von|de|=|:|≈|~|is|about)?\s*(?P<number>{AMOUNT})(?!\w)",
    ANY,
)
SD_BEHIND = re.compile(rf"[\[(,]\s*(?P<number>{AMOUNT})\s*(?P<word>sd|se)(?!\w)", ANY)
RATIO = re.compile(
    rf"(?<!\w)(?P<word>(?-i:HR|RR|IRR|OR|aOR|aHR)|hazard ratio|rate ratio|risk ratio|odds ratio"
    rf"|relative risk|ratio of means"
    rf"|ratio|quotenverhältnis|chancenverhältnis|risikoverhältnis|verhältnis|rapport de cotes"
    rf"|risque relatif|rapport)"
    rf"\)?\s*(?:\([^()\n]{{0,20}}\))?\s*(?:of|von|de|is|was|=|:|≈|~|about"
    rf"|approx\.?)?\s*(?P<number>{AMOUNT})(?!\s*%)",
    ANY,
)
LOG = re.compile(r"(?<!\w)(?:log|ln)[\s_(-]{0,3}\Z", ANY)
ODDS = re.compile(r"odds|quoten|chancen|cotes|^a?or$", ANY)
FALLS = (
    r"(?:reduc|lower|decreas|shorten|fewer|less|cut|declin|drop|verringer|senk|verkürz|reduzier|vermind"
    r"|reduktion|abnahme"
    r"|↓|▼|⬇|weniger|niedriger|kürzer|rédui|réduc|dimin|baiss|raccourc|de moins|moins|abaiss)"
)
RISES = (
    r"(?:↑|▲|⬆|increas|rais|higher|longer|more|gain|rise|erhöh|steiger|verläng|zunahme|mehr|höher|länger"
    r"|augment|accro|allong|hausse|de plus)"
)
IMPROVES = r"(?:improv|verbesser|amélior|benefit|nutzen|bénéfice)"
IMPROVES_BEFORE = re.compile(rf"(?<!\w){IMPROVES}[^\d.;()\n]{{0,60}}\Z", ANY)
BETTER = r"(?:improv|better|besser|verbesser|mieux|meilleur|amélior)"
WORSENS = r"(?:wors|deteriorat|schlechter|schlimmer|verschlechter|verschlimm|pire|aggrav|détérior)"
BY_THEN = rf"\s{{0,3}}(?:{UNIT}\s{{1,3}})??(?:\w{{1,15}}\s)?(?<!\w)"
IMPROVES_BEHIND = re.compile(BY_THEN + BETTER, ANY)
WORSENS_BEFORE = re.compile(rf"(?<!\w){WORSENS}[^\d.;()\n]{{0,60}}\Z", ANY)
WORSENS_BEHIND = re.compile(BY_THEN + WORSENS, ANY)
TURNS = re.compile(rf"(?<!\w)(?:{FALLS}|{BETTER}|{IMPROVES}|{WORSENS})", ANY)
STANDARDISED = re.compile(
    r"(?<!\w)(?:smd|cohen.?s? d|hedges.? g|standardi[sz]ed(?: mean)?(?: difference)?|standardisierte)(?!\w)",
    ANY,
)
SYMBOL = re.compile(r"(?<!\w)(?P<symbol>[dgr])\s?[=≈]\s?\Z")  # Cohen's d, Hedges' g, a correlation
FALLS_BEFORE = re.compile(rf"(?<!\w){FALLS}[^\d.;()\n]{{0,60}}\Z", ANY)
FALLS_BEHIND = re.compile(rf"\s*(?:{UNIT}\s*)?(?:\w{{1,15}}\s)?(?<!\w){FALLS}", ANY)
RISES_BEFORE = re.compile(rf"(?<!\w){RISES}[^\d.;()\n]{{0,60}}\Z", ANY)
RISES_BEHIND = re.compile(rf"\s*(?:{UNIT}\s*)?(?:\w{{1,15}}\s)?(?<!\w){RISES}", ANY)
KEYWORD = re.compile(
    rf"(?<!\w)(?:expect\w*+|estimat\w*+|effect(?: size)?|(?:mean )?difference|md|smd|change|reduction"
    rf"|benefit|impact|Δ"
    rf"|erwart\w*+|geschätz\w*+|schätzung|schätzwert|effekt\w*+|wirkung|differenz|unterschied|änderung"
    rf"|veränderung"
    rf"|attendue?s?|estim\w*+|effet|différence|changement|réduction)(?!\w)[^\d.;()\n+\-\u2212]{{0,50}}?"
    rf"(?P<about>about|approx\.?|approximately|around|roughly|etwa|ca\.|circa|ungefähr|rund|environ|~"
    rf"|≈)?\s*(?P<number>(?<![\w.,]){AMOUNT})",
    ANY,
)
SIGNED = re.compile(
    rf"(?<![\w.,)\]])(?P<number>(?=[+\-\u2010-\u2013\u2212\uff0b\uff0d])(?<!\d){AMOUNT})\s*(?P<unit>{UNIT})?",
    ANY,
)
BEGINS = re.compile(
    rf"\s*(?P<about>about|approx\.?|approximately|around|roughly|etwa|ca\.?|circa|ungefähr|rund|environ|~"
    rf"|≈)?\s*"
    rf"(?P<number>{AMOUNT})(?![\w]*\d)",
    ANY,
)
BEFORE_INTERVAL = re.compile(
    rf"(?<![\w.,])(?P<number>{AMOUNT})\s*(?P<unit>{UNIT}(?:\s[^\W\d_]{{1,15}}){{0,2}})?\s*[\[(,;:–—]?\s*"
    r"(?:with|with a|mit|avec|mit einem|avec un)?\s*(?:an?\s)?\Z",
    ANY,
)
BEHIND = re.compile(rf"\s?(?P<unit>{UNIT})(?![\w])", ANY)
DOSES_WORDS = "mg µg ug mcg g kg iu ie ui ml l lux cm drops tablets capsules"
DOSES = frozenset(DOSES_WORDS.split())
NO_UNIT_WORDS = (
    "to bis à and und et a or oder ou with mit avec on of in for für pour from von de is ci ki ic cri "
    "sd se the expected by per pro par but aber mais based low high moderate lower higher fewer less "
    "more reduction increase decrease improvement weniger mehr moins plus effect effekt effet at as "
    "than between hdi ratio i e benefit confidence compared versus vs each every shorter longer better "
    "worse kürzer länger besser baseline gegenüber when if after within nach since seit depuis out"
)
NO_UNIT = frozenset(NO_UNIT_WORDS.split())
