"""What may hold personal data is known by its names, and harmless look-alikes are not."""

from __future__ import annotations

import pytest

from auditor.judging.exposure import (
    _phrase,
    artefact_may_hold_personal_data,
    may_hold_personal_data,
    vocabulary,
)
from crawlers.model.artefact import Form, Kind, Sighting
from reports.i18n.translator import languages
from tests.unit.inventories import HOME, WORK, artefact, page

PERSONAL = {
    "bg": ["Списък на учениците", "Снимки на класа", "Учителска стая", "Декларация за съгласие"],
    "ca": ["Llista d'alumnes", "Fotografia de la classe", "Autoritzacions de les famílies"],
    "cs": ["Seznam žáků 6.B", "Fotografie třídy", "Souhlas rodičů", "Sborovna", "Známky žáků"],
    "da": [
        *("Elevliste 6.b", "elevListe_6B.pdf", "Klasselister", "samtykke.pdf", "Klassefoto"),
        *("Samtykkeerklæringer fra forældre", "Billeder af eleverne", "Lærerværelset"),
        *("Vores skolefotos 2026", "Evalueringsskemaer med navne", "Lærernes hjørne"),
    ],
    "de": [
        *("Schülerliste", "Klassenfotos", "Einverständniserklärung der Eltern", "Lehrerzimmer"),
        *("Teilnehmerliste_2026.xlsx", "Fotos der Schülerinnen", "Notenliste", "Porträts"),
        *("Gruppenbild Klasse 5a", "Elterneinwilligung.docx", "Bewertungsbögen mit Namen"),
    ],
    "el": ["Λίστα μαθητών", "Φωτογραφίες των μαθητών", "Συγκατάθεση γονέων", "Παρουσιολόγιο"],
    "en": [
        *("consent.pdf", "Consent forms", "pupil-list.pdf", "PupilList2.xlsx", "pupillist.pdf"),
        *("Class photo", "Photos of the pupils", "Teachers' corner", "List of our students"),
        *("Evaluation sheets with names", "class_photo_2b.jpg", "Portraits", "Staff room"),
    ],
    "es": [
        *("Lista de alumnos", "Foto de la clase", "Autorización de los padres", "Orla 2026"),
        *("Fotografías del alumnado", "Sala de profesores", "Listado de participantes"),
        *("Consentimiento informado.pdf", "Boletín de notas", "Retratos de los alumnos"),
    ],
    "et": ["Õpilaste nimekiri", "Klassipilt", "Lapsevanema nõusolek", "Õpetajate tuba"],
    "fi": ["Oppilasluettelo", "Luokkakuva", "Kuvauslupa 2026", "Opettajainhuone"],
    "fr": [
        *("Liste des élèves", "Photo de classe", "Photos de nos élèves", "Autorisation parentale"),
        *("Salle des professeurs", "Trombinoscope", "Feuille de présence", "Bulletins de notes"),
        *("Droit à l'image signé.pdf", "Liste_classe_5e.pdf", "Portraits des élèves"),
    ],
    "gl": ["Lista do alumnado", "Fotos da clase", "Autorización das familias"],
    "hr": ["Popis učenika", "Fotografija razreda", "Suglasnost roditelja", "Zbornica"],
    "hu": ["Osztálynévsor", "Osztálykép", "Szülői hozzájárulás", "Tanári szoba"],
    "is": ["Nemendalisti", "Bekkjarmynd", "Samþykki foreldra", "Kennarastofa"],
    "it": [
        *("Elenco degli alunni", "Foto di classe", "Liberatoria.pdf", "Consenso dei genitori"),
        *("Sala professori", "Foto degli alunni", "Registro delle presenze", "Pagelle"),
        *("Ritratti degli studenti", "elenco_alunni_3A.docx", "Autorizzazione famiglie"),
    ],
    "lt": ["Mokinių sąrašas", "Klasės nuotrauka", "Tėvų sutikimas", "Mokytojų kambarys"],
    "nb": ["Elevliste", "Klassebilder", "Samtykkeskjema", "Lærerværelset", "Navneliste 7b"],
    "nl": ["Leerlingenlijst", "Klassenfoto", "Toestemmingsformulier", "Lerarenkamer"],
    "pl": [
        *("Lista uczniów", "Zdjęcie klasowe", "Zgoda rodziców", "Pokój nauczycielski"),
        *("Zdjęcia uczniów", "lista_obecnosci.pdf", "Oceny uczniów", "Portrety uczniów"),
        *("Zgoda na publikację wizerunku", "Spis uczestników", "Karty ocen uczniów"),
    ],
    "pt": ["Lista de alunos", "Foto da turma", "Autorização dos pais", "Sala de professores"],
    "ro": ["Lista elevilor", "Poza clasei", "Acordul părinților", "Cancelaria", "Note elevi"],
    "sk": ["Zoznam žiakov", "Fotografia triedy", "Súhlas rodičov", "Zborovňa"],
    "sl": ["Seznam učencev", "Fotografija razreda", "Soglasje staršev", "Zbornica"],
    "sr": ["Списак ученика", "Фотографије одељења", "Сагласност родитеља", "Spisak učenika"],
    "sv": ["Klasslista", "Klassfoto", "Samtycke från vårdnadshavare", "Lärarrummet", "Namnlista"],
    "tr": [
        *("Öğrenci listesi", "Sınıf fotoğrafımız", "Veli izin belgesi", "Öğretmenler odası"),
        *("Öğrenci fotoğrafları", "Katılımcı listesi.xlsx", "Muvafakatname", "Yoklama listesi"),
        *("Öğrencilerimizin portreleri", "Karneler", "KVKK onay formu"),
    ],
}
HARMLESS = {
    "bg": ["Рисунки на учениците", "Списък на животните", "Снимки на морето"],
    "ca": ["Treballs dels alumnes", "Llista d'animals", "Fotos del mar"],
    "cs": ["Práce žáků", "Seznam zvířat", "Fotografie moře", "Portrét Boženy Němcové"],
    "da": [
        *("Elevarbejder", "Klassens regler", "Billeder af havet", "Liste over ord"),
        *("Portræt af H.C. Andersen", "Elevernes evaluering af projektet", "Vores klasse"),
        *("Elevernes tegninger", "Billeder af elevernes plakater", "Fotokonkurrence"),
        *("Karakterer i eventyret", "Lærervejledning", "Liste over elevernes yndlingsbøger"),
    ],
    "de": [
        *("Fotos vom Meer", "Liste der Tiere", "Schülerarbeiten", "Klassenregeln", "Notenblatt"),
        *("Porträt von Sophie Scholl", "Bilder der Schüler: Ideen", "Lehrerhandreichung"),
        *("Unsere Klasse", "Fotos der Schülerwerke", "Evaluation des Projekts", "Zeugen der Zeit"),
    ],
    "el": ["Εργασίες μαθητών", "Λίστα ζώων", "Φωτογραφίες της θάλασσας"],
    "en": [
        *("Photos of the pupils' drawings", "Class photo contest", "Student lists of ideas"),
        *("Portrait of Frida Kahlo", "Consent in daily life: a lesson", "Our class rules"),
        *("Photos of our school", "List of endangered animals", "Teachers' manual"),
        *("Student evaluation of the project", "6th grade students at the museum"),
        *("List of eleven rules", "Classroom plants", "List of pupils' favourite books"),
    ],
    "es": [
        *("Trabajos de los alumnos", "Lista de animales", "Fotos del mar", "Nuestra clase"),
        *("Retrato de Frida Kahlo", "Dibujos del alumnado", "Normas de clase"),
        *("Evaluación del proyecto", "Guía del profesorado", "Fotos de los alumnos: concurso"),
        "Lista de palabras",
    ],
    "et": ["Õpilaste tööd", "Loomade nimekiri", "Pildid merest"],
    "fi": ["Oppilaiden työt", "Luettelo eläimistä", "Kuvia merestä", "Luokan säännöt"],
    "fr": [
        *("Travaux d'élèves", "Liste des animaux", "Photos du lac", "Classe verte"),
        *("Portrait de Marie Curie", "Dessins de nos élèves", "Règles de la classe"),
        *("Évaluation du projet", "Guide des enseignants", "Liste de classement des plantes"),
        "Photos des dessins",
    ],
    "gl": ["Traballos do alumnado", "Lista de animais", "Fotos do mar"],
    "hr": ["Radovi učenika", "Popis životinja", "Fotografije mora"],
    "hu": ["Tanulók rajzai", "Állatok listája", "Képek a tengerről"],
    "is": ["Verkefni nemenda", "Listi yfir dýr", "Myndir af hafinu"],
    "it": [
        *("Lavori degli alunni", "Elenco degli animali", "Foto del mare", "La nostra classe"),
        *("Ritratto di Leonardo", "Disegni degli alunni", "Regole della classe"),
        *("Valutazione del progetto", "Guida per i docenti", "Concorso di fotografia"),
        "Foto dei disegni",
    ],
    "lt": ["Mokinių darbai", "Gyvūnų sąrašas", "Jūros nuotraukos"],
    "nb": ["Elevarbeid", "Liste over dyr", "Bilder av havet", "Klasseregler"],
    "nl": ["Werk van leerlingen", "Lijst van dieren", "Foto's van de zee"],
    "pl": [
        *("Prace uczniów", "Lista zwierząt", "Zdjęcia morza", "Nasza klasa"),
        *("Portret Marii Curie", "Rysunki uczniów", "Zasady klasy", "Ewaluacja projektu"),
        *("Poradnik dla nauczycieli", "Lista słówek", "Konkurs fotograficzny"),
    ],
    "pt": ["Trabalhos dos alunos", "Lista de animais", "Fotos do mar"],
    "ro": ["Lucrările elevilor", "Lista animalelor", "Fotografii cu marea"],
    "sk": ["Práce žiakov", "Zoznam zvierat", "Fotografie mora", "Zborový spev"],
    "sl": ["Izdelki učencev", "Seznam živali", "Fotografije morja"],
    "sr": ["Радови ученика", "Списак животиња", "Сведочанства о рату"],
    "sv": ["Elevarbeten", "Lista över djur", "Bilder på havet", "Klassens regler"],
    "tr": [
        *("Öğrenci çalışmaları", "Hayvan listesi", "Deniz fotoğrafları", "Sınıfımız"),
        *("Atatürk portresi", "Öğrencilerin çizimleri", "Sınıf kuralları", "Karneval"),
        *("Proje değerlendirmesi", "Öğretmen kılavuzu", "Fotoğraf yarışması"),
    ],
}
LARGEST = {"da", "de", "en", "es", "fr", "it", "pl", "tr"}


def _pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, name) for language, names in table.items() for name in names]


@pytest.mark.parametrize(("language", "name"), _pairs(PERSONAL))
def test_what_may_hold_personal_data_is_known_by_its_name(language: str, name: str) -> None:
    assert may_hold_personal_data((name,))


@pytest.mark.parametrize(("language", "name"), _pairs(HARMLESS))
def test_a_harmless_look_alike_stays_in_the_work_list(language: str, name: str) -> None:
    assert not may_hold_personal_data((name,))


def test_every_language_of_reports_has_words_and_look_alikes() -> None:
    for kind, words in vocabulary().items():
        assert set(words) == languages(), kind
    assert set(PERSONAL) == set(HARMLESS) == languages()
    assert {language for language, names in HARMLESS.items() if len(names) >= 10} >= LARGEST


def test_no_phrase_is_a_single_word_because_the_others_are_small() -> None:
    """A phrase such as "only teachers" must not become "teachers"."""
    texts = [
        text for words in vocabulary().values() for phrases in words.values() for text in phrases
    ]
    shrunk = [text for text in texts if " " in text and len(_phrase(text).words) < 2]
    assert shrunk == []


def test_an_artefact_is_known_by_its_label_its_file_and_the_pages_where_it_stands() -> None:
    def sighting(on: str, label: str = "") -> Sighting:
        return Sighting(page=on, form=Form.LINK, label=label, url="https://files.example/1")

    picture = artefact(kind=Kind.IMAGE).model_copy(
        update={
            "canonical_url": "https://files.example/IMG_2041.jpg",
            "sightings": (sighting(WORK),),
        }
    )
    class_page = {WORK: page(WORK, title="Class photos")}
    work_page = {WORK: page(WORK, title="Our work")}
    assert artefact_may_hold_personal_data(picture, class_page)
    assert not artefact_may_hold_personal_data(picture, work_page)
    both = picture.model_copy(update={"sightings": (sighting(WORK), sighting(HOME))})
    assert not artefact_may_hold_personal_data(both, class_page | {HOME: page(HOME, title="Home")})
    labelled = picture.model_copy(update={"sightings": (sighting(WORK, "List of pupils"),)})
    assert artefact_may_hold_personal_data(labelled, work_page)
    file = picture.model_copy(
        update={"canonical_url": "https://files.example/pupil%20list.pdf?x=1"}
    )
    assert artefact_may_hold_personal_data(file, work_page)
