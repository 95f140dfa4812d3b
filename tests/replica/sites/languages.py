"""Projects whose pages are written in Turkish, Greek, Ukrainian and Arabic, as teachers do."""

from __future__ import annotations

from tests.replica.sites.kit import film, page, paper, photo, project, wall, words
from tests.replica.sites.site import Expected, Project

_PHASES = ("planning", "process", "product", "evaluation", "dissemination")
_TROUBLE = ("artefact_lost", "artefact_not_checked", "layout_unknown", "page_refused")


def _all_visible(artefacts: int) -> Expected:
    """Everybody can read every phase, the rules of safety and all results."""
    return Expected(
        "passed",
        "results_visible_passed",
        {"artefacts": artefacts, "visible": artefacts, "lost": 0, "undetermined": 0},
        found=_PHASES,
        seen=(*_PHASES, "esafety"),
        absent=_TROUBLE,
    )


_TR = "Öğrencilerimiz köy sofralarını çizdi, tarifleri yazdı ve büyükannelerine eski günleri sordu."
_TURKISH = project(
    "turkish_results",
    "bir-sofra-bin-hikaye",
    "Bir Sofra Bin Hikâye",
    page("proje-planimiz", "Proje Planımız", words(_TR, 4)),
    page(
        "etkinliklerimiz",
        "ETKİNLİKLERİMİZ",
        words(_TR),
        film("OpenSofra01"),
        photo("sofra/ekmek.jpg", "Ekmek yapıyoruz"),
        photo("sofra/sofra.jpg", "Soframız"),
    ),
    page(
        "ortak-urunumuz",
        "Ortak Ürünümüz: Sofra Kitabı",
        paper("sofra/kitap.pdf", "Kitabımız"),
        wall("opensofrawall001"),
    ),
    page("degerlendirme", "DEĞERLENDİRME", words(_TR, 3), paper("sofra/anket.pdf", "Anketler")),
    page("yayginlastirma", "Yaygınlaştırma", words(_TR), photo("sofra/gazete.jpg")),
    page("e-guvenlik", "e-Güvenlik", words(_TR, 3)),
    home=(words("Üç okul aynı sofrada buluşuyor."),),
    members="Türkiye(2), Danimarka(1)",
    lang="tr",
    expected=_all_visible(7),
)
_EL = "Οι μαθητές μας μέτρησαν, ζωγράφισαν και έγραψαν όσα είδαν γύρω από τις παλιές πηγές του χωριού."
_GREEK = project(
    "greek_results",
    "nero-kai-petra",
    "Νερό και πέτρα",
    page("schedio", "Το σχέδιο του έργου μας", words(_EL, 4)),
    page("draseis", "ΟΙ ΔΡΑΣΕΙΣ ΜΑΣ", words(_EL), film("OpenPetra01"), photo("petra/pigi.jpg")),
    page("apotelesmata", "Τα αποτελέσματά μας", wall("openpetrawall001"), photo("petra/afisa.png")),
    page("axiologisi", "ΑΞΙΟΛΟΓΗΣΗ", words(_EL, 8)),
    page("diachysi", "Διάχυση του έργου", words(_EL), paper("petra/arthro.pdf", "Το άρθρο")),
    page("asfaleia", "Ασφάλεια στο Διαδίκτυο", words(_EL, 3)),
    home=(words("Δύο σχολεία ακολουθούν το νερό."),),
    members="Ελλάδα(1), Δανία(1)",
    lang="el",
    expected=_all_visible(5),
)
_UK = "Наші учні збирали узори, малювали карти й записували, що розповідали їм бабусі та дідусі."
_UKRAINIAN = project(
    "ukrainian_results",
    "nytky-pamiati",
    "Нитки пам'яті",
    page("planuvannia", "Планування проєкту", words(_UK, 4)),
    page("aktyvnosti", "Наші активності", words(_UK), film("OpenNytky01")),
    page(
        "rezultaty", "РЕЗУЛЬТАТИ: карта узорів", wall("opennytkywall001"), photo("nytky/karta.jpg")
    ),
    page("otsiniuvannia", "Оцінювання та рефлексія", words(_UK, 9)),
    page("poshyrennia", "Поширення досвіду", words(_UK), photo("nytky/hazeta.jpg")),
    page("bezpeka", "Безпека в Інтернеті", words(_UK, 3)),
    home=(words("Дві школи шиють одну карту."),),
    members="Україна(1), Данія(1)",
    lang="uk",
    expected=_all_visible(4),
)
_AR = "جمع التلاميذ حكايات الأجداد عن النخيل ورسموا ما سمعوه وكتبوا عنه مع أصدقائهم في المدرسة الأخرى."
_ARABIC = project(
    "arabic_text",
    "hikayat-al-nakheel",
    "حكايات النخيل",
    page("khitta", "خطة المشروع", words(_AR, 4)),
    page(
        "anshita", "أنشطتنا", words(_AR), film("OpenNakhl01"), photo("nakheel/shajara.jpg", "نخلة")
    ),
    page(
        "muntaj", "المنتج النهائي", wall("opennakhlwall001"), paper("nakheel/kitab.pdf", "الكتاب")
    ),
    page("taqyim", "التقييم", words(_AR, 9)),
    page("nashr", "نشر نتائج المشروع", words(_AR), photo("nakheel/jarida.jpg")),
    page("aman", "الأمان على الإنترنت", words(_AR, 3)),
    page("our-friends-in-denmark", "Our friends in Denmark", words("We write to each other.")),
    home=(words("مدرستان تحكيان عن النخيل."),),
    members="Jordan(1), Denmark(1)",
    lang="ar",
    expected=_all_visible(5),
)
PROJECTS: tuple[Project, ...] = (_TURKISH, _GREEK, _UKRAINIAN, _ARABIC)
