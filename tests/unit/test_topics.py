"""Topics of pages: the words of titles and headings in the languages of teachers."""

import pytest

from auditor.judging.topics import Topic, page_topics, topics_in, vocabulary, words_of
from crawlers.extraction.text.folding import fold_letters
from crawlers.model.verdict import State
from tests.unit.inventories import WORK, home, inventory, page

LANGUAGES = {
    *("en", "da", "de", "fr", "it", "es", "el", "tr", "pl", "ro", "pt", "nl", "sv", "nb", "fi"),
    *("cs", "sk", "sl", "hr", "sr", "bg", "lt", "et", "hu", "ca", "gl", "is", "sq", "mk", "uk"),
    "ar",
}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Work plan", Topic.PLANNING),
        ("Projektplan", Topic.PLANNING),
        ("Plan de travail", Topic.PLANNING),
        ("Piano di lavoro", Topic.PLANNING),
        ("PROJE PLANIMIZ: çalışma takvimi", Topic.PLANNING),
        ("Töövõtted ja tegevuskava", Topic.PLANNING),
        ("Harmonogram działań", Topic.PLANNING),
        ("План рада", Topic.PLANNING),
        ("3.1 Activities in March", Topic.PROCESS),
        ("Nos activités", Topic.PROCESS),
        ("Etkinliklerimiz", Topic.PROCESS),
        ("Дейности", Topic.PROCESS),
        ("Δραστηριότητες", Topic.PROCESS),
        ("Tevékenységeink", Topic.PROCESS),
        ("Final product", Topic.PRODUCT),
        ("Slutprodukt", Topic.PRODUCT),
        ("Rezultatai", Topic.PRODUCT),
        ("Výsledky projektu", Topic.PRODUCT),
        ("Ortak ürünler", Topic.PRODUCT),
        ("Lopputuotokset", Topic.PRODUCT),
        ("Evaluering", Topic.EVALUATION),
        ("Değerlendirme", Topic.EVALUATION),
        ("DEĞERLENDİRME ANKETLERİ", Topic.EVALUATION),
        ("Αξιολόγηση", Topic.EVALUATION),
        ("ΑΞΙΟΛΟΓΗΣΗ", Topic.EVALUATION),
        ("Ocena projektu", Topic.EVALUATION),
        ("Avaliação", Topic.EVALUATION),
        ("Utvärdering", Topic.EVALUATION),
        ("Hindamine", Topic.EVALUATION),
        ("Mat á verkefninu", Topic.EVALUATION),
        ("Оцінювання проєкту", Topic.EVALUATION),
        ("Vlerësimi", Topic.EVALUATION),
        ("Slutprodukten", Topic.PRODUCT),
        ("Video conferences", Topic.PROCESS),
        ("Online meetings", Topic.PROCESS),
        ("Meet our schools", Topic.PROCESS),
        ("Collaborative story", Topic.PROCESS),
        ("In the news", Topic.DISSEMINATION),
        ("eTwinning Day", Topic.DISSEMINATION),
        ("Permission from parents", Topic.ESAFETY),
        ("Formidling", Topic.DISSEMINATION),
        ("Difusión", Topic.DISSEMINATION),
        ("Yaygınlaştırma çalışmalarımız", Topic.DISSEMINATION),
        ("Διάχυση", Topic.DISSEMINATION),
        ("Sklaida", Topic.DISSEMINATION),
        ("Šíření výsledků", Topic.DISSEMINATION),
        ("e-Safety rules", Topic.ESAFETY),
        ("Netikette", Topic.ESAFETY),
        ("Nettvett", Topic.ESAFETY),
        ("Güvenli İnternet", Topic.ESAFETY),
        ("Bezpieczeństwo w sieci", Topic.ESAFETY),
        ("Авторски права", Topic.ESAFETY),
        ("Quellenangaben", Topic.CREDITS),
        ("4. Sources", Topic.CREDITS),
        ("Kaynakça", Topic.CREDITS),
        ("Ortak Ürünümüz: Sofra Kitabı", Topic.PRODUCT),
        ("Közös termékünk", Topic.PRODUCT),
        ("Lopputuotoksemme", Topic.PRODUCT),
        ("Το σχέδιο του έργου μας", Topic.PLANNING),
        ("خطة المشروع", Topic.PLANNING),
        ("أَنْشِطَتُنا", Topic.PROCESS),
        ("المنتج النهائي", Topic.PRODUCT),
        ("الـتـقـيـيـم", Topic.EVALUATION),
        ("نشر نتائج المشروع", Topic.DISSEMINATION),
        ("الأمان على الإنترنت", Topic.ESAFETY),
        ("المصادر", Topic.CREDITS),
        ("Πηγές", Topic.CREDITS),
    ],
)
def test_a_title_shows_its_topic(title: str, topic: Topic):
    assert topic in topics_in(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "2024",
        "Plant a tree",
        "Our planet",
        "Planetarium",
        "Plantas y animales",
        "Explanation of the game",
        "Tervetuloa!",
        "Terve!",
        "Tervis",
        "Renewable energy sources",
        "Sources of the Danube",
        "Piano concert",
        "Kava i čaj",
        "Mad og mat",
        "Lehrplan",
        "Our schools",
        "Willkommen",
        "Καλώς ήρθατε",
        "Productivity",
        "Christmas cards",
        "أصدقاؤنا في الدنمارك",
        "مدارسنا",
    ],
)
def test_a_title_that_only_looks_like_a_topic_has_none(title: str):
    assert topics_in(title) == frozenset()


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Activity plan", {Topic.PLANNING}),
        ("Plan of activities", {Topic.PLANNING}),
        ("Etkinlik planı", {Topic.PLANNING}),
        ("Šíření výsledků", {Topic.DISSEMINATION}),
        ("نشر نتائج المشروع", {Topic.DISSEMINATION}),
        ("Results and evaluation", {Topic.PRODUCT, Topic.EVALUATION}),
        ("Planning, activities, impact", {Topic.PLANNING, Topic.PROCESS, Topic.DISSEMINATION}),
    ],
)
def test_a_phrase_wins_over_a_shorter_one_inside_it(title: str, topics: set[Topic]):
    assert topics_in(title) == topics


def test_folding_takes_case_and_accents_away():
    assert fold_letters("DEĞERLENDİRME ıßŁØ") == fold_letters("degerlendirme isslo")


def test_every_topic_has_words_in_every_language():
    assert {topic: set(languages) for topic, languages in vocabulary().items()} == dict.fromkeys(
        Topic, LANGUAGES
    )


def test_every_phrase_can_be_found_by_itself():
    lost = [
        (topic, language, phrase)
        for topic, languages in vocabulary().items()
        for language, phrases in languages.items()
        for phrase in phrases
        if topic not in topics_in(phrase.strip("=*"))
    ]
    assert lost == []


def test_stems_are_long_enough_to_be_looked_up():
    stems = [
        phrase
        for languages in vocabulary().values()
        for phrases in languages.values()
        for phrase in phrases
        if phrase.endswith("*")
    ]
    assert stems
    assert all(len(words_of(stem)[-1]) >= 3 for stem in stems)


def test_headings_count_like_the_title():
    work = page(title="Our year", headings=("Introduction", "Evaluation by the pupils"))
    assert page_topics(inventory([home(), work]))[work.url] == {Topic.EVALUATION}


def test_the_projects_own_title_gives_no_page_a_topic():
    plain = page(title="Results of a drought - Welcome")
    topics = page_topics(inventory([home(), plain], title="Results of a drought"))
    assert topics[plain.url] == frozenset()


def test_a_heading_that_stands_on_most_pages_is_the_sites_own():
    pages = [page(f"https://x.example/{n}", "Day", headings=("Activities",)) for n in range(4)]
    assert set(page_topics(inventory(pages)).values()) == {frozenset()}


def test_a_list_of_pages_is_not_about_what_the_pages_are_about():
    overview = page(f"{WORK}/list", "Pages", headings=("Evaluation", "A day in May"))
    listed = page(title="Evaluation", state=State.LOGIN_REQUIRED)
    topics = page_topics(inventory([home(), overview, listed]))
    assert topics[overview.url] == frozenset()
    assert topics[listed.url] == {Topic.EVALUATION}
