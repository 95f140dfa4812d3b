"""Every artefact of the replica by a short key: who hosts it, what it is, what a stranger meets."""

from __future__ import annotations

from tests.replica.pieces import Thing

_E = "https://school-education.ec.europa.eu"
_UP = f"{_E}/sites/default/files/etwinning"
_YT = "youtube", "video"
_FORM = "https://docs.google.com/forms/d/e"
_MYMAP = "https://www.google.com/maps/d/viewer?mid="
_LOGIN = "login_required", "login_redirect"
_GONE = "removed", "not_found"


def _upload(kind: str, name: str, *state: str) -> Thing:
    return Thing("twinspace", kind, f"{_UP}/{name}", *state)


def _system(kind: str, name: str, *state: str) -> Thing:
    return Thing("twinspace", kind, f"{_E}/system/files/{name}", *state)


THINGS: dict[str, Thing] = {
    "yt-song": Thing(*_YT, "SeaPublic01"),
    "yt-private": Thing(*_YT, "SeaPrivate1", "permission_required", "private"),
    "yt-removed": Thing(*_YT, "SeaRemoved1", *_GONE),
    "yt-flash": Thing(*_YT, "FlashVideo1"),
    "yt-update": Thing(*_YT, "SeaUpdates1"),
    "yt-nested": Thing(*_YT, "SeaNested01"),
    "yt-wrapped": Thing(*_YT, "SeaWrapped1"),
    "yt-lite": Thing(*_YT, "LiteVideo01"),
    "yt-dance": Thing(*_YT, "TwoTimes_01"),
    "yt-unlisted": Thing(*_YT, "Unlisted-01"),
    "yt-age": Thing(*_YT, "SeaAgeLimit", "undetermined", "age_restricted"),
    "yt-no-embed": Thing(*_YT, "SeaNoEmbed1"),
    "yt-deep": Thing(*_YT, "SeaDeepNest"),
    "yt-old-wrapper": Thing(*_YT, "SeaOldWrap1"),
    "yt-lazy": Thing(*_YT, "SeaLazy-001"),
    "yt-list": Thing(*_YT, "https://www.youtube.com/playlist?list=PLseaSongs0123456789"),
    "vimeo": Thing("vimeo", "video", "765432101"),
    "vimeo-password": Thing("vimeo", "video", "765432199", "permission_required"),
    "vimeo-stalled": Thing("vimeo", "video", "765432198", "undetermined", "timeout"),
    "dailymotion": Thing("dailymotion", "video", "x8seaab"),
    "dailymotion-gone": Thing("dailymotion", "video", "x8gone0", *_GONE),
    "padlet-words": Thing("padlet", "wall", "k3v9q2m7x1t8b4zn"),
    "padlet-learned": Thing("padlet", "wall", "w8r5p1n6c3y0h2da"),
    "padlet-login": Thing("padlet", "wall", "s7d2f9g1h4j6k8l0", *_LOGIN),
    "padlet-gone": Thing("padlet", "wall", "g0n3w4lln0th1ng7", *_GONE),
    "padlet-password": Thing(
        "padlet", "wall", "p4ssw0rdw4ll5e6a", "permission_required", "password_asked"
    ),
    "tricider": Thing("tricider", "wall", "4seaVoteAb1", "removed"),
    "padlet-org": Thing("padlet-org", "wall", "0rgw4lln4dm0rz3x", *_LOGIN),
    "genially-quiz": Thing("genially", "presentation", "74a1b2c3d4e5f60718293a4c"),
    "genially-gone": Thing(
        "genially", "presentation", "84a1b2c3d4e5f60718293a4d", "removed", "sent_home"
    ),
    "genially": Thing("genially", "presentation", "64a1b2c3d4e5f60718293a4b"),
    "canva": Thing("canva", "presentation", "DAFseaAb1c2", "undetermined", "bot_wall"),
    "drive": Thing("google-drive", "document", "1SeaDrivePublicAbcdefghijklmnop01"),
    "drive-private": Thing(
        "google-drive", "document", "1SeaDrivePrivateAbcdefghijklmno11", *_LOGIN
    ),
    "drive-gone": Thing("google-drive", "document", "1SeaDriveGoneAbcdefghijklmnopqr21", *_GONE),
    "gdoc": Thing("google-docs", "document", "1SeaDocsPublicAbcdefghijklmnopq02"),
    "gslides": Thing("google-slides", "presentation", "1SeaSlidesPublicAbcdefghijklmno03"),
    "gsheet-private": Thing(
        "google-sheets", "document", "1SeaSheetPrivateAbcdefghijklmno12", *_LOGIN
    ),
    "gsite": Thing("google-sites", "site", "https://sites.google.com/view/sea-schools"),
    "gdrawing": Thing("google-drawings", "image", "1SeaDrawingPublicAbcdefghijklm08"),
    "mymap": Thing("google-maps", "map", f"{_MYMAP}1SeaMyMapPublicAbcdefghijklmno05"),
    "mymap-private": Thing(
        "google-maps", "map", f"{_MYMAP}1SeaMyMapPrivateAbcdefghijklmn15", *_LOGIN
    ),
    "jamboard": Thing(
        "google-jamboard", "wall", "1SeaJamboardAbcdefghijklmnopqr22", "removed", "service_closed"
    ),
    "gform": Thing("google-forms", "form", f"{_FORM}/1FAIpQLSeaFormPublicAbcdefghijk04/viewform"),
    "gform-org": Thing(
        "google-forms", "form", f"{_FORM}/1FAIpQLSeaFormOrgOnlyAbcdefghi13/viewform", *_LOGIN
    ),
    "prezi": Thing("prezi", "presentation", "q1w2e3r4t5y6"),
    "prezi-private": Thing("prezi", "presentation", "z9x8c7v6b5n4", *_LOGIN),
    "slideshare-gone": Thing(
        "slideshare",
        "presentation",
        "https://www.slideshare.net/seateacher/old-boats-110022033",
        "removed",
    ),
    "slideshare": Thing(
        "slideshare",
        "presentation",
        "https://www.slideshare.net/seateacher/fishing-then-and-now-248163264",
    ),
    "issuu": Thing("issuu", "document", "https://issuu.com/seateam/docs/stories_of_the_coast"),
    "issuu-gone": Thing("issuu", "document", "https://issuu.com/seateam/docs/first_draft", *_GONE),
    "calameo": Thing("calameo", "document", "0012345678abcdef01234"),
    "book": Thing("book-creator", "book", "SeaUserAbCdEfGhIjKlMnO/SeaBookAbCdEfGhIjKlMnP"),
    "storyjumper": Thing("storyjumper", "book", "150123456"),
    "thinglink": Thing("thinglink", "image", "1812345678901234567"),
    "quizizz": Thing("quizizz", "quiz", "65f0a1b2c3d4e5f6a7b8c9d0", "undetermined"),
    "lino": Thing("linoit", "wall", "https://linoit.com/users/havbakken/canvases/sea-notes"),
    "lino-private": Thing(
        "linoit", "wall", "https://linoit.com/users/nadmorze/canvases/staff", *_LOGIN
    ),
    "emaze": Thing("emaze", "presentation", "AOSEAWAVE"),
    "powtoon": Thing("powtoon", "video", "cSeaPowtoon"),
    "powtoon-private": Thing("powtoon", "video", "bPrivPowt01", *_LOGIN),
    "ms-form": Thing(
        "microsoft-forms", "form", "https://forms.office.com/r/SeaForm123", "undetermined"
    ),
    "ms-form-org": Thing("microsoft-forms", "form", "SeaOrgForm0123456789abcdef", *_LOGIN),
    "learningapps": Thing("learningapps", "game", "21436587"),
    "wordwall": Thing("wordwall", "game", "58263911"),
    "wakelet": Thing(
        "wakelet", "wall", "SeaWake1aB2cD3eF4gH5i", "undetermined", "robots_disallowed"
    ),
    "kahoot": Thing("kahoot", "quiz", "3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f"),
    "mentimeter": Thing(
        "mentimeter",
        "quiz",
        "https://www.mentimeter.com/app/presentation/alseapoll1b2c3d4e5f6g7h8i9j0",
        "undetermined",
    ),
    "sway": Thing("sway", "presentation", "SeaSwayA1b2C3d4E"),
    "onedrive": Thing("onedrive", "document", "SEA123ABC!1045", *_LOGIN),
    "soundcloud": Thing("soundcloud", "audio", "https://soundcloud.com/havbakken-radio/sea-song"),
    "blogger": Thing("blogger", "site", "https://havbakken-blog.blogspot.com/"),
    "wordpress": Thing("wordpress.com", "site", "https://nadmorzeschool.wordpress.com/"),
    "blogger-private": Thing("blogger", "site", "https://nadmorze-private.blogspot.com/", *_LOGIN),
    "wordpress-private": Thing(
        "wordpress.com", "site", "https://teachers-by-the-sea.wordpress.com/", *_LOGIN
    ),
    "webcam": Thing("-", "other", "https://old.harbour-town.example/webcam", "undetermined"),
    "buoy": Thing("-", "other", "https://buoy.nowhere-at-sea.example/live", "undetermined"),
    "tides": Thing("-", "other", "https://widgets.tides-example.net/tides?port=nadmorze"),
    "board": Thing("-", "other", "https://boards.harbour-example.org/board/7"),
    "twin": Thing("twinspace", "site", f"{_E}/en/etwinning/projects/green-rails/twinspace"),
    "thread": Thing(
        "twinspace",
        "forum",
        f"{_E}/en/etwinning/projects/sea-between-us/twinspace/forum/what-does-sea-mean-us",
    ),
    "report": _upload("document", "2024-05/final-report.pdf"),
    "slides": _upload("presentation", "2024-05/our-harbours.pptx"),
    "plan": _upload("document", "2023-10/project-plan.docx"),
    "song": _upload("audio", "2024-03/sea-song.mp3"),
    "film": _upload("video", "2024-03/beach-film.mp4"),
    "swf": _upload("file", "2023-11/puzzle.swf", "empty", "dead_plugin"),
    "lost": _upload("document", "2023-11/lost-poster.pdf", *_GONE),
    "beach": _upload("image", "2024-05/beach-day.jpg"),
    "chart": _upload("image", "2024-05/sea-chart.png"),
    "classroom": _upload("image", "2024-05/classroom.jpg"),
    "poster": _upload("image", "2024-05/poster.jpg"),
    "note": _upload("image", "2024-06/post-it.jpg"),
    "logo-entry": _upload("image", "2024-01/winning-entry.png"),
    "private-photo": _system(
        "image", "2024-06/class-photo.jpg", "permission_required", "access_denied"
    ),
    "private-list": _system("document", "2024-06/pupil-list.pdf", *_LOGIN),
    "private-diary": _system("document", "2024-06/diary.docx", "permission_required"),
    "private-form": _system("document", "2024-06/consent.pdf", "login_required", "login_form"),
} | {f"g{n:02}": _upload("image", f"2024-04/walk-{n:02}.jpg") for n in range(1, 13)}

_RIVER = "https://twinspace.etwinning.net/files/collabspace/6/56/456/123456"
THINGS |= {
    "river-photo": Thing("twinspace", "image", f"{_RIVER}/images/a1b2c3d4e.jpg"),
    "river-map": Thing("twinspace", "image", f"{_RIVER}/images/b2c3d4e5f.png"),
    "river-lost": Thing("twinspace", "image", f"{_RIVER}/images/c3d4e5f6a.jpg", *_GONE),
    "river-note": Thing("twinspace", "image", f"{_RIVER}/images/f6a7b8c9d.jpg"),
    "river-report": Thing("twinspace", "document", f"{_RIVER}/files/d4e5f6a7b.pdf"),
    "river-private": Thing("twinspace", "document", f"{_RIVER}/files/e5f6a7b8c.docx", *_LOGIN),
    "river-film": Thing(*_YT, "RiverFilm01"),
    "river-wall": Thing("padlet", "wall", "r1v3r9w4ll5a7b2c"),
    "river-slides": Thing("google-slides", "presentation", "1RiverSlidesPublicAbcdefghijklm06"),
    "river-friends": Thing("twinspace", "site", "https://twinspace.etwinning.net/144273"),
}

_PLAIN = "https://www.projekt-skole.example"
THINGS |= {
    "plain-report": Thing("file", "document", f"{_PLAIN}/erasmus/filer/rapport.pdf"),
    "plain-plan": Thing("file", "document", f"{_PLAIN}/filer/plan.docx"),
    "plain-slides": Thing("file", "presentation", f"{_PLAIN}/erasmus/filer/oplaeg.pptx"),
    "plain-lost": Thing("file", "document", f"{_PLAIN}/erasmus/filer/mangler.pdf", *_GONE),
    "plain-song": Thing("file", "audio", f"{_PLAIN}/erasmus/filer/sang.mp3"),
    "plain-clip": Thing("file", "video", f"{_PLAIN}/erasmus/filer/bro.mp4"),
    "plain-external": Thing("file", "document", "https://files.partner-school.example/letter.pdf"),
    "plain-photo": Thing("file", "image", f"{_PLAIN}/erasmus/billeder/bro.jpg"),
    "plain-team": Thing("file", "image", f"{_PLAIN}/erasmus/billeder/hold.jpg"),
    "plain-drawing": Thing("file", "image", f"{_PLAIN}/erasmus/billeder/tegning.png"),
    "plain-apple": Thing("file", "image", f"{_PLAIN}/erasmus/billeder/%C3%A6bler.jpg"),
    "plain-archive": Thing("file", "image", f"{_PLAIN}/erasmus/arkiv/2023/foto.jpg"),
    "plain-programme": Thing("file", "document", f"{_PLAIN}/erasmus/2024/program.pdf"),
    "plain-talk": Thing(*_YT, "PlainTalk01"),
    "plain-film": Thing(*_YT, "PlainFilm01"),
    "plain-wall": Thing("padlet", "wall", "p1a1nw4ll8q3z6m5"),
    "plain-doc": Thing("google-docs", "document", "1PlainDocPublicAbcdefghijklmnop07"),
    "plain-drive": Thing("google-drive", "document", "1PlainDrivePrivateAbcdefghijkl14", *_LOGIN),
    "plain-canal": Thing("vimeo", "video", "865432102"),
}
