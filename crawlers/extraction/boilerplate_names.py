"""The names of furniture: hosts of counters and adverts, share buttons, words for logos; data.

Hosts and paths were met in public pages, or stand in the services' own help; read 2026-11-23.
"""

from __future__ import annotations

HOSTS: frozenset[str] = frozenset(
    (
        *("addthis.com", "addtoany.com", "adform.net", "adition.com", "adnxs.com", "adspirit.de"),
        *(
            "amazon-adsystem.com",
            "awin1.com",
            "getclicky.com",
            "mgid.com",
            "bugsnag.com",
            "chartbeat.com",
            "clustrmaps.com",
            "consensu.org",
        ),
        *("consentmanager.net", "cookiebot.com", "cookielaw.org", "criteo.com", "disqus.com"),
        *("doubleclick.net", "estat.com", "etracker.com", "feedburner.com", "flagcounter.com"),
        *("fontawesome.com", "google-analytics.com", "googleadservices.com"),
        *("googlesyndication.com", "googletagmanager.com", "googletagservices.com"),
        *("gravatar.com", "gtranslate.net", "histats.com", "hotjar.com", "i.creativecommons.org"),
        *("ioam.de", "jetpack.wordpress.com", "licensebuttons.net", "ligatus.com", "matomo.cloud"),
        *("nr-data.net", "onetrust.com", "outbrain.com", "pixel.wp.com", "plista.com"),
        *("privacy-mgmt.com", "pubmatic.com", "quantserve.com", "recaptcha.net", "rlcdn.com"),
        *("rubiconproject.com", "s.w.org", "scorecardresearch.com", "sharethis.com", "shields.io"),
        *("smartadserver.com", "statcounter.com", "stats.wp.com", "taboola.com", "teads.tv"),
        *("translate.google.com", "trustarc.com", "usercentrics.eu", "validator.w3.org"),
        *("vgwort.de", "webanalytics.ec.europa.eu", "widgets.wp.com", "xiti.com"),
        # Preview pictures of films: the film is the thing.
        *("ytimg.com", "img.youtube.com", "i.vimeocdn.com"),
    )
)

# Of these hosts, those whose pictures and scripts a page shows or needs to a visitor.
SHOWN_HOSTS: frozenset[str] = frozenset(
    (
        *("consensu.org", "consentmanager.net", "cookiebot.com", "cookielaw.org", "disqus.com"),
        *("fontawesome.com", "gravatar.com", "gtranslate.net", "i.creativecommons.org"),
        *("i.vimeocdn.com", "img.youtube.com", "licensebuttons.net", "onetrust.com"),
        *("privacy-mgmt.com", "recaptcha.net", "s.w.org", "shields.io", "translate.google.com"),
        *("trustarc.com", "usercentrics.eu", "widgets.wp.com", "ytimg.com"),
    )
)

PATHS: tuple[tuple[str, str], ...] = (
    (
        "facebook.com",
        r"/(?:sharer(?:/.*|\.php)?|share\.php|dialog/share|tr/?|plugins/(?:like|share_button|follow|login_button|like_box|likebox|comments|send)\.php)",
    ),
    ("twitter.com", r"/(?:intent/.*|share|home|widgets/.*|i/(?!events/|moments/).*)?"),
    ("x.com", r"/(?:intent/.*|share|home|i/(?!events/).*)?"),
    ("platform.twitter.com", r"/widgets/.*"),
    ("linkedin.com", r"/(?:shareArticle|sharing/.*|cws/share)"),
    ("pinterest.com", r"/pin/create/.*"),
    ("reddit.com", r"/submit"),
    ("tumblr.com", r"/(?:share.*|widgets/share/.*)"),
    ("wa.me", r"/.*"),
    ("whatsapp.com", r"/send/?"),
    ("xing.com", r"/(?:spi/shares/.*|social_plugins/share.*|app/user)"),
    ("getpocket.com", r"/(?:save|edit).*"),
    ("flipboard.com", r"/(?:bookmarklet/.*)"),
    ("digg.com", r"/submit"),
    ("delicious.com", r"/(?:post|save)"),
    ("blogger.com", r"/(?:share-post\.g|navbar/.*|blog-this\.g)"),
    ("wordpress.com", r"/(?:wp-login\.php|start/.*|abuse/.*)"),
    ("public-api.wordpress.com", r"/.*"),
    ("t.me", r"/share/.*"),
    ("telegram.me", r"/share/.*"),
    ("plus.google.com", r"/.*"),
    ("google.com", r"/(?:recaptcha/.*|adsense/.*|pagead/.*|cse.*|search|bookmarks/.*)"),
    ("youtube.com", r"/subscribe_embed"),
    ("europa.eu", r"/wel/.*|.*/piwik.*|.*/webanalytics/.*"),
    # What embed codes bring along: badges, hour-glasses, pictures of the thing that they show
    # (codes in public pages; read 2026-11-25).
    ("padlet.net", r"/(?:embeds/made_with|social-previews/).*"),
    ("static.genial.ly", r"/resources/(?:.*-)?loader[\w.-]*"),
    ("piktochart.com", r"/loading\.gif"),
    ("bookcreator.com", r"/.*/cover(?:/.*)?"),
)

# A description with no other words than these is that of a logo; one with more words ("Winning
# logo", "Logo contest") describes an artefact.
LOGO: frozenset[str] = frozenset(
    (
        *("embleem", "logga", "logo", "logoen", "logos", "logotip", "logotipo", "logotyp"),
        *("logotype", "λογοτυπο", "λογότυπο", "лого", "логотип", "логото"),
    )
)
LOGO_OWNERS: frozenset[str] = frozenset(
    (
        *("brand", "by", "co", "commission", "company", "da", "das", "de", "default", "del"),
        *("della", "der", "des", "die", "do", "du", "ecole", "education", "el", "erasmus"),
        *("escola", "escuela", "esep", "etwinning", "eu", "europa", "europe", "european"),
        *("facebook", "footer", "funded", "för", "google", "header", "home", "homepage", "il"),
        *("instagram", "la", "le", "linkedin", "main", "ministry", "of", "official", "our"),
        *("page", "platform", "plus", "progetto", "proje", "project", "projekt", "projektets"),
        *("projekts", "projektu", "projet", "projeto", "proyecto", "school", "school's"),
        *("schoolnet", "schule", "scuola", "site", "skola", "skolan", "skole", "skolens"),
        *("szkoła", "szkoły", "the", "tiktok", "til", "twinspace", "twitter", "ue", "union"),
        *("van", "von", "web", "website", "whatsapp", "wordpress", "x", "youtube", "école"),
    )
)
