"""Walls in every language of the platform, as a Drupal site would word them."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.detection import walls
from crawlers.extraction.document import parse
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from tests.doubles.work import count_calls

WORDS = Path(walls.__file__).with_name("wall_words.toml")
# language: (refusal as a heading, refusal as a sentence, not found, asked to log in)
SAID = {
    "bg": (
        "Достъпът е отказан",
        "Нямате достъп до тази страница.",
        "Страницата не е намерена",
        "Трябва да влезете, за да видите тази страница.",
    ),
    "hr": (
        "Pristup odbijen",
        "Niste ovlašteni za pristup ovoj stranici.",
        "Stranica nije pronađena",
        "Morate se prijaviti da biste vidjeli ovu stranicu.",
    ),
    "cs": (
        "Přístup odepřen",
        "Nemáte oprávnění k přístupu na tuto stránku.",
        "Stránka nenalezena",
        "Pro zobrazení této stránky se musíte přihlásit.",
    ),
    "da": (
        "Adgang nægtet",
        "Du har ikke adgang til denne side.",
        "Siden blev ikke fundet",
        "Du skal være logget ind for at se denne side.",
    ),
    "nl": (
        "Toegang geweigerd",
        "U heeft geen toegang tot deze pagina.",
        "Pagina niet gevonden",
        "U moet inloggen om deze pagina te bekijken.",
    ),
    "en": (
        "Access denied",
        "You are not authorized to access this page.",
        "Page not found",
        "You must be logged in to view this page.",
    ),
    "et": (
        "Juurdepääs keelatud",
        "Teil puudub juurdepääs sellele lehele.",
        "Lehte ei leitud",
        "Selle lehe vaatamiseks peate sisse logima.",
    ),
    "fi": (
        "Pääsy estetty",
        "Sinulla ei ole oikeuksia tälle sivulle.",
        "Sivua ei löytynyt",
        "Kirjaudu sisään nähdäksesi tämän sivun.",
    ),
    "fr": (
        "Accès refusé",
        "Vous n’êtes pas autorisé à accéder à cette page.",
        "Page non trouvée",
        "Vous devez être connecté pour accéder à cette page.",
    ),
    "de": (
        "Zugriff verweigert",
        "Sie haben keine Zugriffsberechtigung für diese Seite.",
        "Seite nicht gefunden",
        "Sie müssen angemeldet sein, um diese Seite zu sehen.",
    ),
    "el": (
        "ΔΕΝ ΕΠΙΤΡΕΠΕΤΑΙ Η ΠΡΟΣΒΑΣΗ",
        "Δεν έχετε πρόσβαση σε αυτή τη σελίδα.",
        "Η σελίδα δεν βρέθηκε",
        "Πρέπει να συνδεθείτε για να δείτε αυτή τη σελίδα.",
    ),
    "hu": (
        "Hozzáférés megtagadva",
        "Nincs jogosultsága az oldal megtekintéséhez.",
        "Az oldal nem található",
        "Az oldal megtekintéséhez be kell jelentkeznie.",
    ),
    "ga": (
        "Rochtain diúltaithe",
        "Níl cead agat an leathanach seo a fheiceáil.",
        "Leathanach gan aimsiú",
        "Caithfidh tú logáil isteach chun an leathanach seo a fheiceáil.",
    ),
    "it": (
        "Accesso negato",
        "Non sei autorizzato ad accedere a questa pagina.",
        "Pagina non trovata",
        "Devi accedere per visualizzare questa pagina.",
    ),
    "lv": (
        "Piekļuve liegta",
        "Jums nav tiesību piekļūt šai lapai.",
        "Lapa nav atrasta",
        "Lai skatītu šo lapu, jums jāpiesakās.",
    ),
    "lt": (
        "Prieiga uždrausta",
        "Neturite teisės pasiekti šio puslapio.",
        "Puslapis nerastas",
        "Norėdami matyti šį puslapį, turite prisijungti.",
    ),
    "mt": (
        "Aċċess miċħud",
        "M’għandekx aċċess għal din il-paġna.",
        "Il-paġna ma nstabitx",
        "Trid tilloggja biex tara din il-paġna.",
    ),
    "pl": (
        "Odmowa dostępu",
        "Nie masz uprawnień do oglądania tej strony.",
        "Nie znaleziono strony",
        "Musisz się zalogować, aby zobaczyć tę stronę.",
    ),
    "pt": (
        "Acesso negado",
        "Não tem permissão para aceder a esta página.",
        "Página não encontrada",
        "Tem de iniciar sessão para ver esta página.",
    ),
    "ro": (
        "Acces interzis",
        "Nu aveţi acces la această pagină.",
        "Pagina nu a fost găsită",
        "Trebuie să vă autentificați pentru a vedea această pagină.",
    ),
    "sk": (
        "Prístup zamietnutý",
        "Nemáte prístup k tejto stránke.",
        "Stránka sa nenašla",
        "Pre zobrazenie tejto stránky sa musíte prihlásiť.",
    ),
    "sl": (
        "Dostop zavrnjen",
        "Nimate dostopa do te strani.",
        "Strani ni mogoče najti",
        "Za ogled te strani se morate prijaviti.",
    ),
    "es": (
        "Acceso denegado",
        "No tiene autorización para acceder a esta página.",
        "Página no encontrada",
        "Debe iniciar sesión para ver esta página.",
    ),
    "sv": (
        "Åtkomst nekad",
        "Du har inte behörighet att visa denna sida.",
        "Sidan kunde inte hittas",
        "Du måste logga in för att se den här sidan.",
    ),
    "nb": (
        "Ingen tilgang",
        "Du har ikke tilgang til denne siden.",
        "Siden ble ikke funnet",
        "Du må logge inn for å se denne siden.",
    ),
    "nn": (
        "Tilgang nekta",
        "Du har ikkje tilgang til denne sida.",
        "Fann ikkje sida",
        "Du må logge inn for å sjå denne sida.",
    ),
    "is": (
        "Aðgangi hafnað",
        "Þú hefur ekki aðgang að þessari síðu.",
        "Síða fannst ekki",
        "Þú þarft að skrá þig inn til að skoða þessa síðu.",
    ),
    "tr": (
        "ERİŞİM ENGELLENDİ",
        "Bu sayfaya erişim yetkiniz yok.",
        "SAYFA BULUNAMADI",
        "Bu sayfayı görmek için giriş yapmalısınız.",
    ),
    "sq": (
        "Hyrja e ndaluar",
        "Nuk keni qasje në këtë faqe.",
        "Faqja nuk u gjet",
        "Duhet të identifikoheni për të parë këtë faqe.",
    ),
    "sr": (
        "Приступ одбијен",
        "Немате приступ овој страници.",
        "Страница није пронађена",
        "Морате се пријавити да бисте видели ову страницу.",
    ),
    "sr-Latn": (
        "Zabranjen pristup",
        "Niste ovlašćeni da pristupite ovoj stranici.",
        "Strana nije pronađena",
        "Morate se prijaviti da biste videli ovu stranicu.",
    ),
    "bs": (
        "Pristup nije dozvoljen",
        "Nemate pristup ovoj stranici.",
        "Stranica ne postoji",
        "Morate se prijaviti da biste vidjeli ovu stranicu.",
    ),
    "mk": (
        "Пристапот е одбиен",
        "Немате пристап до оваа страница.",
        "Страницата не е пронајдена",
        "Мора да се најавите за да ја видите оваа страница.",
    ),
    "uk": (
        "Доступ заборонено",
        "У вас немає доступу до цієї сторінки.",
        "Сторінку не знайдено",
        "Увійдіть, щоб переглянути цю сторінку.",
    ),
    "ka": (
        "წვდომა აკრძალულია",
        "თქვენ არ გაქვთ ამ გვერდის ნახვის უფლება.",
        "გვერდი ვერ მოიძებნა",
        "ამ გვერდის სანახავად გაიარეთ ავტორიზაცია.",
    ),
    "hy": (
        "Մուտքն արգելված է",
        "Դուք իրավունք չունեք դիտելու այս էջը։",
        "Էջը չի գտնվել",
        "Այս էջը տեսնելու համար պետք է մուտք գործել։",
    ),
    "az": (
        "Giriş qadağandır",
        "Sizin bu səhifəyə girişiniz yoxdur.",
        "Səhifə tapılmadı",
        "Bu səhifəni görmək üçün daxil olmalısınız.",
    ),
    "ar": (
        "تم رفض الوصول",
        "غير مصرح لك بالوصول إلى هذه الصفحة.",
        "الصفحة غير موجودة",
        "يجب عليك تسجيل الدخول لعرض هذه الصفحة.",
    ),
    "ca": (
        "Accés denegat",
        "No teniu permís per accedir a aquesta pàgina.",
        "No s’ha trobat la pàgina",
        "Heu d’iniciar la sessió per veure aquesta pàgina.",
    ),
    "gl": (
        "Acceso denegado",
        "Non ten permiso para acceder a esta páxina.",
        "Páxina non atopada",
        "Debe iniciar sesión para ver esta páxina.",
    ),
    "eu": (
        "Sarbidea ukatuta",
        "Ez duzu baimenik orri hau ikusteko.",
        "Orrialdea ez da aurkitu",
        "Saioa hasi behar duzu orri hau ikusteko.",
    ),
}
MENU = "".join(f"<li><a href='/{n}'>Section {n} of the platform</a></li>" for n in range(40))


def wall_of(body: str, status: int = 200) -> walls.Wall | None:
    url = "https://school.example/en/projects/bees/twinspace/pages/hive"
    capture = Capture(
        url=url,
        final_url=url,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=status,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=body.encode(),
    )
    return walls.detect_wall(capture, parse(capture))


def drupal_page(heading: str, text: str) -> str:
    """A page in a site's frame: a long menu, a log-in link, the message, a footer."""
    return (
        f"<html><head><title>{heading} | Bees and Schools</title></head><body>"
        f"<header><a href='/user/login'>Log in</a><nav><ul>{MENU}</ul></nav></header>"
        f"<main><h1>{heading}</h1><p>{text}</p></main><footer>About us. Privacy.</footer>"
    )


DENIED = walls.Wall(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED)
MISSING = walls.Wall(State.REMOVED, Reason.SOFT_NOT_FOUND)
ASKED = walls.Wall(State.LOGIN_REQUIRED, Reason.LOGIN_ASKED)


def test_every_language_of_the_platform_has_its_words() -> None:
    table = tomllib.loads(WORDS.read_text("utf-8"))
    assert set(table) == set(SAID)
    for language, topics in table.items():
        missing = {"denied", "request", "password", "login", "not_found", "maintenance"}
        assert not missing - set(topics), language


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("status", [200, 403])
def test_refusal_in_every_language(language: str, status: int) -> None:
    heading, sentence, _, _ = SAID[language]
    assert wall_of(drupal_page(heading, sentence), status) == DENIED
    assert wall_of(drupal_page(heading, ""), status) == DENIED
    assert wall_of(drupal_page("", sentence), status) == DENIED


@pytest.mark.parametrize("language", SAID)
def test_refusal_without_main_landmark(language: str) -> None:
    heading, sentence, _, _ = SAID[language]
    body = drupal_page(heading, sentence).replace("<main>", "<div>").replace("</main>", "</div>")
    assert wall_of(body) == DENIED
    assert wall_of(body, 403) == DENIED


@pytest.mark.parametrize("language", SAID)
def test_page_not_found_in_every_language(language: str) -> None:
    missing = SAID[language][2]
    assert wall_of(drupal_page(missing, "")) == MISSING
    assert wall_of(drupal_page(f"404 - {missing}", "")) == MISSING


@pytest.mark.parametrize("language", SAID)
def test_asked_to_log_in_in_every_language(language: str) -> None:
    assert wall_of(drupal_page("Bees", SAID[language][3])) == ASKED


def test_first_look_at_a_near_empty_page_is_quick() -> None:
    body = drupal_page("Our hive", "We counted the bees at noon. " * 8)
    url = "https://school.example/hive"
    capture = Capture(
        url=url,
        final_url=url,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=200,
        body=body.encode(),
    )
    document = parse(capture)
    assert document.words > 40
    assert walls.detect_wall(capture, document) is None
    assert count_calls(lambda: walls.detect_wall(capture, document)) < 4_000
