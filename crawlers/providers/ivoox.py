"""iVoox: podcasts and their episodes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>\d+)"
_EPISODE = "https://www.ivoox.com/x_rf_{id}_1.html"
_SHOW = "https://www.ivoox.com/x_sq_f1{id}_1.html"
_LANGUAGE = r"(?:/[a-z]{2})?"
_HOSTS = r"(?:(?:www|m|[a-z]{2})\.)?ivoox\.com"
_SHORT = r"go\.ivoox\.com"
_SOURCE = (
    "feedsweep's iVoox rules (live answers), RSSHub's route for iVoox, players and links in "
    "public code; read 2026-11-25"
)

PROVIDER = Provider(
    id="ivoox",
    name="iVoox",
    kinds=(Kind.AUDIO,),
    hosts=("ivoox.com",),
    shapes=(
        # The words before the mark are the title: an episode is found by its number alone.
        Shape(
            path=rf"{_LANGUAGE}/[^/]*_rf_{_ID}_\d+\.html",
            canonical=_EPISODE,
            host=_HOSTS,
        ),
        Shape(
            path=rf"{_LANGUAGE}/(?:player_e[jk]|playerivoox_e[emp])_{_ID}_[\w-]+\.html",
            canonical=_EPISODE,
            host=_HOSTS,
        ),
        Shape(
            path=rf"{_LANGUAGE}/[^/]*_m[dfn]_{_ID}_\w+\.(?:mp3|m4a|html)",
            canonical=_EPISODE,
            host=_HOSTS,
        ),
        Shape(path=rf"/rf/{_ID}/?", canonical=_EPISODE, host=_SHORT),
        # The number of a podcast follows a 1 that says what kind of list it is.
        Shape(
            path=rf"{_LANGUAGE}/[^/]*_sq_f1{_ID}_\d+\.html",
            canonical=_SHOW,
            native_id="podcast/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"{_LANGUAGE}/player_es_podcast_{_ID}_[\w-]+\.html",
            canonical=_SHOW,
            native_id="podcast/{id}",
            host=_HOSTS,
        ),
        Shape(path=rf"/sq/{_ID}/?", canonical=_SHOW, native_id="podcast/{id}", host=_SHORT),
        *(
            Shape(
                path=rf"{_LANGUAGE}/[^/]*_{mark}_{_ID}_\d+\.html",
                canonical=f"https://www.ivoox.com/x_{mark}_{{id}}_1.html",
                native_id=f"{name}/{{id}}",
                host=_HOSTS,
            )
            for mark, name in (("nq", "channel"), ("bk_list", "list"))
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="123456789",
                canonical_url="https://www.ivoox.com/x_rf_123456789_1.html",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://www.ivoox.com/nuestro-rio-audios-mp3_rf_123456789_1.html",
                "https://www.ivoox.com/en/nuestro-rio-audios-mp3_rf_123456789_1.html?autoplay=true",
                "https://www.ivoox.com/player_ej_123456789_6_1.html?c1=ff6600",
                "http://www.ivoox.com/player_ek_123456789_2_1.html",
                "http://www.ivoox.com/playerivoox_ee_123456789_1.html",
                "https://go.ivoox.com/rf/123456789",
                "https://www.ivoox.com/nuestro-rio_md_123456789_wp_1.mp3",
            )
        ),
        *(
            Example(
                url=url,
                native_id="podcast/507368",
                canonical_url="https://www.ivoox.com/x_sq_f1507368_1.html",
                kind=Kind.AUDIO,
            )
            for url in (
                "https://www.ivoox.com/podcast-nuestro-rio_sq_f1507368_1.html",
                "https://www.ivoox.com/player_es_podcast_507368_zp_1.html",
                "https://go.ivoox.com/sq/507368",
            )
        ),
        Example(
            url="https://www.ivoox.com/escuchar-nuestro-rio_nq_12345_1.html",
            native_id="channel/12345",
            canonical_url="https://www.ivoox.com/x_nq_12345_1.html",
            kind=Kind.AUDIO,
        ),
    ),
    not_artefacts=(
        "https://www.ivoox.com/",
        "https://www.ivoox.com/informacion-legal_il.html",
        "https://www.ivoox.com/podcast-nuestro-rio_fg_f1507368_filtro_1.xml",
        "https://www.ivoox.com/audios-rio_sa_f_1.html",
        "https://www.ivoox.com/_p3_507368_1.html",
        "https://www.ivoox.com.example.org/nuestro-rio-audios-mp3_rf_123456789_1.html",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*ivoox\b).+",
            source="expected of a public episode; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.ivoox.com/dex-08x30-rostros-del-mal-los-asesinos-en-audios-mp3_rf_143594959_1.html",
        missing="https://www.ivoox.com/dex-08x30-rostros-del-mal-los-asesinos-en-audios-mp3_rf_143000000_1.html",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
