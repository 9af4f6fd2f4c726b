"""Conflicts between short texts of our own: what must be found, in which tier, and what must stay silent."""

import pytest

from runut.compare.claims import make_claims
from runut.compare.conflicts import find_conflicts
from runut.compare.grouping import group_statements
from runut.compare.material import lay_out
from runut.compare.pairs import lexical_pairs
from runut.compare.reasons import RULES
from runut.languages.pack import load_pack
from runut.recognise.article import recognise_article
from runut.records.article import Article, Published
from runut.records.claims import Agreement, Conflict
from runut.records.groups import ReusePair
from runut.records.page import Place
from runut.records.spans import Part

FILLER = {
    "id": "Pagi itu hujan turun deras di pelabuhan. Kapal lain menunggu di dermaga. Nelayan memperbaiki jala mereka.",
    "en": "It rained hard in the harbour that morning. Other ships waited at the pier. Fishermen mended their nets.",
}


def compared(
    left: str,
    right: str,
    language: str = "id",
    times: tuple[str, str] = ("09", "10"),
    reuse: tuple[ReusePair, ...] = (),
) -> tuple[tuple[Conflict, ...], tuple[Agreement, ...]]:
    """What is found between two texts of one day, each followed by sentences that say nothing of the matter."""
    articles = []
    for name, text, hour in (("a", left, times[0]), ("b", right, times[1])):
        whole = f"{text}\n{FILLER[language]}" if name == "a" else text
        parts = []
        at = 0
        for line in whole.split("\n"):
            parts.append(Part("body", at, at + len(line)))
            at += len(line) + 1
        published = Published(f"2024-05-14T{hour}:00:00+07:00", "source")
        place = Place(f"{name}.txt")
        articles.append(
            Article(f"ar-{name}", f"pg-{name}", place, "text", whole, language, published=published, parts=tuple(parts))
        )
    material = lay_out(articles, [recognise_article(article) for article in articles])
    pairs = lexical_pairs(material)
    claims = make_claims(material, group_statements([s.id for s in material.statements], pairs), pairs, reuse)
    return find_conflicts(material, claims, pairs, reuse)


def rules(found: tuple[Conflict, ...]) -> set[tuple[str, str]]:
    return {(conflict.says.rule, conflict.tier) for conflict in found}


FOUND = [
    pytest.param("id", "Kapal itu tiba pada Rabu (16/5/2024) siang.", "Muatan kapal itu beras.",
                 "weekday-against-date", "A", id="a weekday that its date does not have"),
    pytest.param("id", "Nakhoda kapal itu, Rahmat Hidayat (41), selamat.", "Rahmat Hidayat (51) dibawa ke darat.",
                 "age-differs", "B", id="two ages of one man"),
    pytest.param("en", "The captain, Maria Lindgren, 41, was safe.", "Maria Lindgren, 51, was brought ashore.",
                 "age-differs", "B", id="two ages of one woman"),
    pytest.param("id", "Panitia menerima Rp642,2 miliar, pinjaman Rp131,3 miliar, dan total Rp774,1 miliar.",
                 "Panitia itu bubar.", "parts-make-another-sum", "A", id="parts that make another sum"),
    pytest.param("id", "Kapal itu hilang pada pukul 13.38 WIB atau kurang dari satu menit setelah berlayar pada pukul "
                 "13.39 WIB.", "Kapal itu bermuatan beras.", "clocks-out-of-order", "B", id="before it had left"),
    pytest.param("id", '"Kami akan menuntut ganti rugi dari pemilik gudang di dermaga Seruni," kata Rahmat Hidayat, '
                 "Senin (13/5/2024).", '"Kami akan menuntut ganti rugi dari pemilik gudang di dermaga Seruni," kata '
                 "Rahmat Hidayat, Selasa (14/5/2024).", "said-on-two-days", "C", id="one quotation on two days"),
    pytest.param("id", '"Kami akan menuntut ganti rugi dari pemilik gudang di dermaga Seruni," kata Rahmat Hidayat '
                 "dalam keterangan tertulis, Senin (13/5/2024).", '"Kami akan menuntut ganti rugi dari pemilik gudang '
                 'di dermaga Seruni," kata Rahmat Hidayat, Selasa (14/5/2024).', "said-on-two-days", "C",
                 id="a release that came in later"),
    pytest.param("id", "Nakhoda kapal itu, Rahmat Hidayat, selamat.", "Kata Rahmad Hidayat, kapal itu karam.",
                 "spelling-differs", "B", id="a first name in two spellings"),
    pytest.param("id", "Nakhoda kapal itu, Rahmat Sutejo, selamat.", "Kata Rahmat Suteja, kapal itu karam.",
                 "spelling-differs", "B", id="a last name in two spellings"),
    pytest.param("id", "Hakim meminta hukuman penjara selama Rp 5 tahun bagi terdakwa.", "Sidang ditunda.",
                 "money-of-time", "B", id="money before a length of time"),
    pytest.param("en", "The harbour board did not approve the new ferry terminal on Seruni Island.",
                 "The harbour board did approve the new ferry terminal on Seruni Island.", "denied", "B",
                 id="a sentence and its denial"),
    pytest.param("id", '"Kami hanya nelayan, jadi ngga bisa menutup dermaga lama di Pulau Seruni itu," kata Rahmat.',
                 '"Kami hanya nelayan, jadi bisa menutup dermaga lama di Pulau Seruni itu," kata Rahmat.',
                 "denied", "B", id="a denial in the words of the street"),
    pytest.param("id", '"Kami menunggu janji wali kota. Biar sedikit, bantuan bagi nelayan Teluk Dalam tetap penting. '
                 'Perahu kami rusak semua," kata Rahmat Hidayat.', '"Kami menunggu janji wali kota. Biar sedikit, '
                 'bantuan bagi nelayan Teluk Dalam. Perahu kami rusak semua," kata Rahmat Hidayat.',
                 "word-left-out", "C", id="the end of a sentence inside a quotation"),
    pytest.param("id", "Rombongan itu pulang membawa barang dan barang.", "Rombongan itu pulang.",
                 "repeated-words", "C", id="the same word on both sides of and"),
    pytest.param("id", "Feri itu mengangkut 230 penumpang dan 12 awak dari Pulau Seruni.",
                 "Feri itu membawa 130 penumpang dan 12 awak menuju Teluk Dalam.", "count-differs", "C",
                 id="a count beside the same other count"),
    pytest.param("id", "Gempa kuat mengguncang Kabupaten Teluk Dalam, Rabu (13/11/2024) pukul 14.05 WIB.",
                 "Pada Rabu (13/11/2024) pukul 15.04 WIB, Kabupaten Teluk Dalam diguncang gempa kuat.",
                 "clock-differs", "C", id="the only clock, in another order"),
    pytest.param("id", "Sedikitnya 12 rumah nelayan rusak, kata Kepala Desa Teluk Dalam Abdul Rahmat.",
                 "Menurut Kepala Desa Teluk Dalam Abdul Rahmat, sedikitnya 21 rumah nelayan rusak.",
                 "number-differs", "C", id="two counts bounded alike"),
    pytest.param("id", "Serikat Nelayan Pantura kini beranggotakan sembilan desa.",
                 "Serikat Nelayan Pantura kini beranggotakan sepuluh desa.", "number-differs", "C",
                 id="a number word in a sentence that is the same otherwise"),
    pytest.param("id", '"Kami meminta janji dari warga bahwa mereka tidak akan membangun gudang Belerang baru di '
                 'dermaga ini," kata Rahmat Hidayat.',
                 '"Kami meminta janji dari warga bahwa mereka tidak akan membangun gudang Pertamina baru di '
                 'dermaga ini," kata Rahmat Hidayat, pejabat Pertamina.',
                 "name-differs", "C", id="a word in the place of a name"),
    pytest.param("id", "Kapal tunda Samudra Jaya menarik feri Lautan Biru ke dermaga Kota Ambon pada pagi buta.",
                 "Pada pagi buta, feri Lautan Biru ditarik kapal tunda Samudra Jaya menuju dermaga Kota Ternate.",
                 "place-differs", "C", id="another place, in another order"),
    pytest.param("id", "Gempa dangkal di Teluk Dalam itu tidak berpotensi menimbulkan tsunami, kata Rahmat Hidayat.",
                 "Menurut Rahmat Hidayat, tsunami berpotensi menyusul gempa dangkal di Teluk Dalam.",
                 "denied", "C", id="a denial lost, in another order"),
    pytest.param("id", "Nakhoda Rahmat Hidayat dihukum tujuh tahun penjara dalam sidang di Kota Ambon.",
                 "Sidang di Kota Ambon menghukum nakhoda Rahmat Hidayat penjara sembilan tahun.",
                 "length-differs", "C", id="two lengths of one sentence, in another order"),
    pytest.param("en", "Dock workers in Seruni Bay ended their strike over wages after nine days.",
                 "The strike over wages by dock workers in Seruni Bay ended after five days.",
                 "length-differs", "C", id="two lengths of one strike"),
    pytest.param("id", "Kapal kayu itu membawa 46 penumpang, kata Rahmat.",
                 "Menurut pejabat pelabuhan, muatan feri tersebut ialah 64 penumpang.", "number-differs", "C",
                 id="the only count of passengers with two digits exchanged"),
    pytest.param("id", "Feri buatan Teluk Dalam itu dapat menempuh jarak 410 kilometer, kata Rahmat Hidayat.",
                 "Menurut Rahmat Hidayat, jarak tempuh feri buatan Teluk Dalam itu mencapai 410 mil.",
                 "number-differs", "C", id="one number in two units"),
    pytest.param("en", "The board borrowed 115 million dollars for the ferry terminal on Seruni Island.",
                 "For its ferry terminal on Seruni Island the board borrowed 115 million euros.",
                 "number-differs", "C", id="one sum in two currencies"),
    pytest.param("id", "Pengisian bahan bakar feri itu membutuhkan waktu 35 menit di dermaga Teluk Dalam.",
                 "Pengisian bahan bakar feri itu membutuhkan waktu 35 jam di dermaga Teluk Dalam.",
                 "length-differs", "C", id="one length in two units"),
    pytest.param("id", "Tiga nelayan tewas dan sebelas lainnya luka-luka di Teluk Dalam, Rabu (13/11/2024).",
                 "Tabrakan di Teluk Dalam, Rabu (13/11/2024), menewaskan 11 orang dan melukai tiga lainnya.",
                 "toll-differs", "B", id="the dead and the injured exchanged"),
    pytest.param("en", "The envoys signed a paper after nine days of talks in Seruni Bay.",
                 "It took nine weeks of bargaining to end the quarrel over Seruni Bay.", "length-differs", "C",
                 id="one number of two units, told in other words"),
    pytest.param("id", "Pencuri membawa lari keris senilai Rp 7,5 miliar.",
                 "Nilai pusaka itu, menurut museum, Rp 750 juta.", "number-differs", "C", id="a nought lost"),
    pytest.param("id", "Dari 314 rumah nelayan Teluk Dalam yang rusak, 58 di antaranya rusak berat.",
                 "Di Teluk Dalam 314 rumah nelayan rusak, 85 di antaranya rusak berat.", "number-differs", "C",
                 id="some of what was counted before"),
    pytest.param("id", "Feri itu membawa 230 penumpang dan 12 awak, kata Rahmat Hidayat.",
                 "Sebanyak 242 penumpang naik feri itu di dermaga.", "whole-called-part", "B",
                 id="all aboard called passengers"),
    pytest.param("id", "Rahmat Hidayat mengalahkan Sari Wulandari dalam lomba dayung antarnelayan di Teluk Dalam.",
                 "Sari Wulandari menundukkan Rahmat Hidayat dalam lomba dayung antarnelayan di Teluk Dalam.",
                 "roles-swapped", "C", id="who wins, in a synonym"),
    pytest.param("id", "Rahmat Hidayat digugat Sari Wulandari di pengadilan Kota Ambon karena kapal itu karam.",
                 "Rahmat Hidayat menggugat Sari Wulandari di pengadilan Kota Ambon karena kapal itu karam.",
                 "roles-swapped", "B", id="who sues, in the other voice"),
    pytest.param("id", "Serikat Nelayan Pantura menguasai 16 dari 35 kursi dewan pelabuhan.",
                 "Serikat Nelayan Pantura menguasai 19 dari 35 kursi dewan pelabuhan.", "number-differs", "B",
                 id="two parts of one whole"),
    pytest.param("id", "Harga beras di Kota Ambon naik 18 persen sepanjang 2023 menurut koperasi nelayan.",
                 "Menurut koperasi nelayan, sepanjang 2023 beras di Kota Ambon mencatat harga yang turun 18 persen.",
                 "opposite", "C", id="up and down, in other words"),
    pytest.param("id", "Serikat nelayan menolak tawaran koperasi Lautan Biru karena upahnya kecil.",
                 "Tawaran koperasi Lautan Biru soal upah diterima oleh para nelayan.", "opposite", "C",
                 id="refused and accepted, one of them passive"),
    pytest.param("id", "Menurut Rahmat Hidayat, jala nelayan Seruni dibuat di dalam negeri sejak lama.",
                 "Jala nelayan Seruni sejak lama dibuat di luar negeri, ujar Rahmat Hidayat.", "opposite", "C",
                 id="two phrases of two words"),
    pytest.param("id", '"Kami belum menutup dermaga lama di Pulau Seruni itu," kata Rahmat Hidayat.',
                 '"Kami sudah menutup dermaga lama di Pulau Seruni itu," ujar Rahmat Hidayat.', "opposite", "C",
                 id="not yet and already in one quotation"),
    pytest.param("id", "Dermaga baru di Pulau Seruni itu akan beroperasi pada 24 Agustus 2024.",
                 "Dermaga baru di Pulau Seruni itu sudah beroperasi pada 24 Agustus 2024.", "opposite", "C",
                 id="already, of a day that is yet to come"),
    pytest.param("id", "Polisi menetapkan nakhoda kapal Samudra Jaya, Rahmat Hidayat, sebagai tersangka.",
                 "Nakhoda kapal Samudra Jaya itu, Rahmat Hidayat, oleh polisi ditetapkan sebagai saksi.",
                 "opposite", "C", id="a later page with the earlier standing in law"),
    pytest.param("en", "Shares in Seruni Shipping closed 1.8% lower in Oslo.",
                 "Shares in Seruni Shipping closed 1.8% higher in Oslo.", "opposite", "C",
                 id="a moving price with one exact figure"),
    pytest.param("en", "The copper cables of the harbour board are excluded from the ferry accord.",
                 "Copper cables are included in the ferry accord, according to Maria Lindgren.", "opposite", "C",
                 id="in and out of an accord"),
    pytest.param("id", "Kapolres Teluk Dalam AKBP Rahmat Hidayat memimpin pencarian.",
                 "Kapolres Teluk Dalam, Kompol Rahmat Hidayat, menutup dermaga.", "post-differs", "C",
                 id="two ranks of one man"),
    pytest.param("en", "Captain Maria Lindgren led the search.", "The ship sank, Major Maria Lindgren said.",
                 "post-differs", "C", id="two ranks of one woman"),
    pytest.param("id", "Surat itu diserahkan Ketua Umum PKRa Rahmat Hidayat di dermaga.",
                 "Surat itu diserahkan Sekjen PKRa Rahmat Hidayat di dermaga.", "post-differs", "C",
                 id="two offices in one party"),
    pytest.param("id", "Direktur Keuangan PT Samudra Jaya Melinda Hartanto tiba.",
                 "Melinda Hartanto selaku direktur utama menolak.", "post-differs", "C",
                 id="an office behind the name"),
    pytest.param("en", "Maria Lindgren, the trade minister, was safe.", "Foreign Minister Maria Lindgren was safe.",
                 "post-differs", "C", id="two ministries"),
    pytest.param("id", "Menteri Kesehatan Sari Wulandari tiba.", "Wamenkes Sari Wulandari pulang.", "post-differs", "C",
                 id="a minister and a deputy"),
    pytest.param("en", "The coach of Seruni United, Maria Lindgren, was safe.",
                 "Seruni United captain Maria Lindgren was safe.", "post-differs", "C", id="two posts in a team"),
    pytest.param("id", "Nakhoda itu dijerat Pasal 302 Undang-Undang Pelayaran.", "Polisi memakai Pasal 320.",
                 "identifier-differs", "C", id="two articles of law"),
    pytest.param("id", "Rahmat Hidayat mencetak gol pada menit ke-17 berkat umpan Damar Prakoso. Wasit mengusir Bima "
                 "Saputra pada menit ke-63.", "Gol Rahmat Hidayat dibuat menit 71 setelah umpan Damar Prakoso.",
                 "identifier-differs", "C", id="two minutes of one goal"),
    pytest.param("id", "Pabrik itu meluncurkan Lintang E5 di Kota Ambon.", "Mobil Lintang E7 dijual mulai September.",
                 "identifier-differs", "C", id="two models"),
    pytest.param("en", "The Boeing 787 landed on Seruni Island.", "Smoke was seen in the Boeing 737.",
                 "identifier-differs", "C", id="two models of aircraft"),
    pytest.param("en", "Diego Montes scored in the 17th minute from a pass by Maria Lindgren.",
                 "A pass by Maria Lindgren let Diego Montes score in the 71st minute.", "identifier-differs", "C",
                 id="two minutes of one goal in English"),
    pytest.param("en", "The fire began in Room 214 of the hotel.", "Room 241 was on fire when the hotel was emptied.",
                 "identifier-differs", "C", id="two rooms"),
    pytest.param("id", '"Dermaga lama harus ditutup besok," kata Rahmat Hidayat, dikutip dari Reuters.',
                 '"Dermaga lama harus ditutup besok," kata Rahmat Hidayat, dikutip dari AFP.', "other-agency", "C",
                 id="one quotation of two agencies"),
    pytest.param("en", '"The old pier must be closed tomorrow," Maria Lindgren told CNN.',
                 '"The old pier must be closed tomorrow," Maria Lindgren told the BBC.', "other-agency", "C",
                 id="one quotation of two broadcasters"),
    pytest.param("id", "Rahmat Hidayat mengatakan, minat nelayan Teluk Dalam terhadap kapal listrik masih rendah jika "
                 "dibandingkan dengan kapal solar.",
                 "Damar Prakoso mengungkapkan, berdasarkan survei badan pangan tahun lalu, minat nelayan Teluk Dalam "
                 "terhadap kapal listrik juga masih rendah jika dibandingkan dengan kapal solar.",
                 "other-speaker", "C", id="one report as a part of another person's"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right", "rule", "tier"), FOUND)
def test_slips_are_found(language: str, left: str, right: str, rule: str, tier: str) -> None:
    conflicts, _ = compared(left, right, language)
    assert (rule, tier) in rules(conflicts)


SILENT = [
    pytest.param("id", "Longsor itu menewaskan sembilan orang di Desa Sukamulya.",
                 "Longsor di Desa Sukamulya menewaskan 12 orang.", id="a toll that grew"),
    pytest.param("id", "Anggaran jembatan itu Rp616,2 miliar menurut Dinas Bina Marga.",
                 "Anggaran jembatan itu Rp616 miliar menurut Dinas Bina Marga.", id="a rounded sum"),
    pytest.param("id", "Dinas itu meminta agar dermaga lama di Pulau Seruni tidak ada kegiatan nelayan.",
                 "Dinas itu meminta agar dermaga lama di Pulau Seruni dikosongkan dari kegiatan nelayan.",
                 id="a denial in another word"),
    pytest.param("id", '"Dia sudah nggak bisa lagi, paru-paru nakhoda itu sudah infeksi sejak Jumat," kata Rahmat.',
                 '"Dia sudah nggak bisa lagi. Paru-paru nakhoda itu sudah infeksi sejak Jumat," kata Rahmat.',
                 id="a denial in the sentence before"),
    pytest.param("id", "Nakhoda itu harus dibawa ke rumah sakit agar benar-benar istirahat di Pulau Seruni.",
                 "Di rumah sakit Pulau Seruni nakhoda itu benar-benar istirahat, hanya keluarga yang boleh menjenguk.",
                 id="a duty and a leave of two deeds"),
    pytest.param("id", "Badan itu memaparkan kemungkinan antrean kapal di Selat Seruni mengganggu pasokan beras.",
                 "Menurut badan itu, antrean kapal di Selat Seruni dapat mengganggu pasokan beras.",
                 id="a hedge in another word"),
    pytest.param("id", "Sebanyak 61 pasien dibawa ke luar dari klinik itu.",
                 "Puluhan pasien dibawa ke luar dari klinik itu.", id="an exact number in a vague one"),
    pytest.param("id", "Menteri Perhubungan Sari Wulandari tiba di Kota Ambon.",
                 "Sari Wulandari tiba di Kota Ambon, Maluku.", id="a title and more detail"),
    pytest.param("id", "Kapal itu hilang pada pukul 13.40 WIB atau satu menit setelah berlayar pada pukul 13.39 WIB.",
                 "Kapal itu bermuatan beras.", id="a minute after it had left"),
    pytest.param("en", "The captain, Maria Lindgren, was safe.", "Maria Lindgren's ship sank.", id="one who owns"),
    pytest.param("id", "Gudang dermaga dan mercusuar tua runtuh dalam gempa 3 Januari, kata nakhoda Damar Prakoso.",
                 "Gudang dermaga dan mercusuar tua runtuh dalam gempa 3 Januari 2004, kata nakhoda Damar Prakoso.",
                 id="a day whose year one page leaves out"),
    pytest.param("en", "The captain, Maria Jurgens, was safe.", "Maria Juergens was brought ashore.",
                 id="an umlaut written out"),
    pytest.param("en", "The bridge cost 616.2 million euros, the council said.",
                 "The bridge cost 616 million euros, the council said.", id="a rounded sum in English"),
    pytest.param("en", '"A wrong report led people to believe that the island ferry would close. This is not the '
                 'case," said Maria Lindgren, spokeswoman of the board.',
                 '"A wrong report led people to believe that the island ferry would close," the spokeswoman said.',
                 id="a quotation that goes on with a denial"),
]  # fmt: skip


UNSAID = [
    pytest.param("id", "Paling tidak 20 kapal nelayan diperbaiki Rahmat Hidayat di dermaga Teluk Dalam.",
                 "Di dermaga Teluk Dalam, 20 kapal nelayan diperbaiki Rahmat Hidayat.", id="at least is no denial"),
    pytest.param("id", "Pada pagi buta itu bukan hanya nelayan yang diselamatkan Rahmat Hidayat di Teluk Dalam.",
                 "Rahmat Hidayat menyelamatkan nelayan di Teluk Dalam pada pagi buta.", id="not only is no denial"),
    pytest.param("id", "Terdakwa Rahmat Hidayat dituntut sembilan tahun penjara, lalu sidang di Kota Ambon "
                 "menghukumnya tujuh tahun penjara.",
                 "Sidang di Kota Ambon menghukum terdakwa Rahmat Hidayat penjara sembilan tahun.",
                 id="the length that was asked for"),
    pytest.param("id", "Feri itu membawa 46 penumpang dan 12 awak.",
                 "Sebanyak 64 penumpang naik di dermaga, 46 penumpang turun di pulau.", id="both counts are told"),
    pytest.param("id", "Feri itu membawa 230 penumpang dan 12 awak, kata Rahmat Hidayat.",
                 "Sebanyak 242 penumpang dan awak feri itu selamat.", id="all aboard, told together"),
    pytest.param("id", "Rahmat Hidayat digugat Sari Wulandari di pengadilan Kota Ambon karena kapal itu karam.",
                 "Sari Wulandari menggugat Rahmat Hidayat di pengadilan Kota Ambon karena kapal itu karam.",
                 id="one suit in two voices"),
    pytest.param("id", "Dermaga baru di Pulau Seruni itu belum beroperasi, kata Rahmat Hidayat.",
                 "Dermaga baru di Pulau Seruni itu sudah beroperasi, kata Rahmat Hidayat.",
                 id="a later page tells what came about"),
    pytest.param("id", "Nakhoda kapal Samudra Jaya itu ditahan polisi di Pulau Seruni.",
                 "Nakhoda kapal Samudra Jaya itu dibebaskan polisi di Pulau Seruni.", id="held, then let go"),
    pytest.param("id", "Koperasi Lautan Biru mencatat harga beras naik di Kota Ambon.",
                 "Harga beras di Kota Ambon tidak turun menurut koperasi Lautan Biru.", id="up and not down"),
    pytest.param("id", "Rahmat Hidayat memeriksa mesin kapal setelah memperbaiki jala di dermaga Seruni.",
                 "Rahmat Hidayat memperbaiki jala di dermaga Seruni sebelum memeriksa mesin kapal.",
                 id="one order told from both ends"),
    pytest.param("id", "Samudra Jaya menang atas Lautan Biru dalam laga dayung di Teluk Dalam.",
                 "Lautan Biru kalah dari Samudra Jaya dalam laga dayung di Teluk Dalam.", id="a match from both ends"),
    pytest.param("id", "Jaksa meminta hakim menolak banding nakhoda Rahmat Hidayat di Kota Ambon.",
                 "Banding nakhoda Rahmat Hidayat di Kota Ambon dikabulkan hakim.", id="what one side asked for"),
    pytest.param("id", "Menurut Dinas Perhubungan, Samudra Jaya jauh lebih murah daripada Lautan Biru.",
                 "Menurut Dinas Perhubungan, Lautan Biru jauh lebih mahal daripada Samudra Jaya.",
                 id="a comparison from both ends"),
    pytest.param("id", "Ekspor ikan tuna Kota Ambon merosot, kata Dinas Perikanan. "
                 "Impor ikan tuna Kota Ambon juga merosot.",
                 "Menurut Dinas Perikanan, impor ikan tuna di Kota Ambon merosot.", id="a page that tells both"),
    pytest.param("id", "Koperasi Lautan Biru mencatat harga beras naik di Kota Ambon, harga jagung turun.",
                 "Harga beras di Kota Ambon turun menurut koperasi Lautan Biru.", id="both sides in one sentence"),
    pytest.param("id", "Ajun Komisaris Besar Polisi Rahmat Hidayat tiba.", "Kata AKBP Rahmat Hidayat, kapal karam.",
                 id="a rank and its short form"),
    pytest.param("id", "Mantan Bupati Bogor Rahmat Hidayat tiba.", "Wali Kota Bogor, Rahmat Hidayat, tiba.",
                 id="an office of the past"),
    pytest.param("id", "BupatiRahmat Hidayat tiba.", "Bupati Bogor Rahmat Hidayat pulang.", id="an office glued on"),
    pytest.param("id", "Sekjen Partai Karya Rahmat Hidayat tiba.", "Wakil Ketua DPR Rahmat Hidayat pulang.",
                 id="two offices in two bodies"),
    pytest.param("id", "Menteri Perdagangan Sari Wulandari tiba.", "Ketua Umum PKRa Sari Wulandari pulang.",
                 id="a minister who leads a party"),
    pytest.param("en", "Lieutenant Governor Maria Lindgren was safe.", "Lt. Gov. Maria Lindgren was safe.",
                 id="an office and its short form"),
    pytest.param("id", '"Kami berduka atas wafatnya nakhoda itu, semoga keluarga tabah," kata Rahmat Hidayat.',
                 '"Kami sangat berduka, semoga keluarga nakhoda diberi kekuatan dan tabah," kata Damar Prakoso.',
                 id="two who mourn"),
    pytest.param("en", "The Boeing 737 landed on Seruni Island.", "Smoke was seen in the Boeing 737-800.",
                 id="a model and its variant"),
    pytest.param("id", "Rahmat Hidayat mencetak gol pada menit ke-17 dan menit ke-63 berkat umpan Damar Prakoso.",
                 "Gol kedua dibuat Rahmat Hidayat menit 63 setelah menerima umpan Damar Prakoso.",
                 id="another goal of one player"),
    pytest.param("id", "Nakhoda itu dijerat Pasal 302 dan Pasal 320.", "Polisi memakai Pasal 320.",
                 id="one of two articles of law"),
    pytest.param("id", "Telepon itu memiliki RAM 8 GB.", "Ukuran layarnya besar dan RAM 6 GB.", id="a quantity"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), UNSAID)
def test_what_is_no_difference_makes_no_card(language: str, left: str, right: str) -> None:
    assert compared(left, right, language)[0] == ()


@pytest.mark.parametrize(("language", "left", "right"), SILENT)
def test_honest_differences_stay_silent(language: str, left: str, right: str) -> None:
    conflicts, _ = compared(left, right, language)
    assert not [conflict for conflict in conflicts if conflict.tier in ("A", "B")]


def test_since_a_year_and_in_so_many_years_agree() -> None:
    conflicts, agreements = compared(
        "Ini kunjungan pertama Ratu Amelia ke Pulau Seruni sejak tahun 2000.",
        "Ini kunjungan pertama Ratu Amelia ke Pulau Seruni dalam 24 tahun.",
    )
    assert "since-and-for" in {agreement.says.rule for agreement in agreements}
    assert not [conflict for conflict in conflicts if conflict.tier in ("A", "B")]


def test_a_difference_between_copies_is_a_copy_error() -> None:
    left, right = "Nakhoda kapal itu, Rahmat Hidayat (41), selamat.", "Rahmat Hidayat (51) dibawa ke darat."
    shared = ReusePair("ar-a", "ar-b", (0.9, 0.9), "copy", "unknown", (), ())
    conflicts, _ = compared(left, right, reuse=(shared,))
    assert [conflict.copy_error for conflict in conflicts if conflict.says.rule == "age-differs"] == [True]


def test_other_words_for_one_thing_count_within_one_origin_or_in_one_quotation() -> None:
    left = '"Kami akan menuntut ganti rugi dari pemilik gudang di dermaga ini," kata Rahmat Hidayat.'
    right = '"Kami akan membayar ganti rugi dari pemilik gudang tua di dermaga," kata Rahmat Hidayat.'
    shared = ReusePair("ar-a", "ar-b", (0.9, 0.9), "copy", "unknown", (), ())
    assert ("word-replaced", "C") in rules(compared(left, right, reuse=(shared,))[0])
    assert ("word-replaced", "C") not in rules(compared(left, right)[0])
    assert ("word-replaced", "C") in rules(compared(left, left.replace("menuntut", "membayar"))[0])


QUOTED = '"Kami sempat ingin menyerah, tetapi {} terus meyakinkan kami," kata Rahmat Hidayat{}.'


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [("pelatih", "ibu saya", True), ("pelatih", "pelatih", False), ("mereka belum", "mereka sudah", True)],
)
def test_one_run_replaced_in_a_quotation_is_found_whatever_stands_around_it(left: str, right: str, found: bool) -> None:
    around = (" di hadapan lima ribu penonton yang memadati gelanggang Pulau Seruni", " usai laga")
    conflicts, _ = compared(QUOTED.format(left, around[0]), QUOTED.format(right, around[1]))
    assert bool({"word-replaced", "opposite"} & {conflict.says.rule for conflict in conflicts}) is found


def test_two_small_words_that_deny_alike_are_one() -> None:
    left = QUOTED.replace("{} terus", "pelatih {} putus").format("tak", "")
    right = QUOTED.replace("{} terus", "pelatih {} putus").format("tidak", " usai laga")
    assert ("word-replaced", "C") not in rules(compared(left, right)[0])


@pytest.mark.parametrize(
    ("left", "right", "found"), [("10:40 p.m.", "10:40 a.m.", True), ("10:40 p.m.", "10:40", False)]
)
def test_clock_times_half_a_day_apart_differ_where_both_tell_which_half(left: str, right: str, found: bool) -> None:
    told = "The blaze broke out at {} on the second floor of the Delray Home Goods building."
    conflicts, _ = compared(told.format(left), told.format(right), "en")
    assert ("clock-differs" in {conflict.says.rule for conflict in conflicts}) is found


def test_every_conflict_has_proof_and_a_known_rule() -> None:
    for _, left, right, *_ in (case.values for case in FOUND):
        for conflict in compared(str(left), str(right))[0]:
            assert conflict.says.rule in RULES
            assert all(reason.rule in RULES for reason in conflict.because)
            assert all(side.spans for side in conflict.sides)


def test_the_order_of_the_articles_changes_nothing() -> None:
    left, right = "Nakhoda kapal itu, Rahmat Hidayat (41), selamat.", "Rahmat Hidayat (51) dibawa ke darat."
    assert compared(left, right)[0] == compared(left, right)[0]


def test_words_that_exclude_each_other_in_a_quotation_make_one_card() -> None:
    left = '"Kami akan menaikkan ganti rugi bagi pemilik gudang di dermaga ini," kata Rahmat Hidayat.'
    right = '"Kami akan memangkas ganti rugi bagi pemilik gudang di dermaga ini," kata Rahmat Hidayat.'
    shared = ReusePair("ar-a", "ar-b", (0.9, 0.9), "copy", "unknown", (), ())
    (conflict,) = compared(left, right, reuse=(shared,))[0]
    assert conflict.says.rule == "opposite"


def test_words_that_exclude_each_other_with_other_figures_tell_two_facts() -> None:
    left = "Menurut koperasi nelayan, beras di Kota Ambon mencatat harga yang turun {} persen."
    right = "Harga beras di Kota Ambon naik 18 persen menurut koperasi nelayan."
    assert ("opposite", "C") in rules(compared(left.format(18), right)[0])
    assert ("opposite", "C") not in rules(compared(left.format(12), right)[0])


@pytest.mark.parametrize("table", ["figure_scope", "contrasts", "posts"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_examples_show_their_words(language: str, table: str) -> None:
    pack = load_pack(language)
    assert pack
    for row in pack.table(table):
        assert row["form"].casefold() in row["example"].casefold(), row["form"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_contrasts_stand_on_scales_of_two_sides_or_more(language: str) -> None:
    pack = load_pack(language)
    assert pack
    sides: dict[str, set[str]] = {}
    for row in pack.table("contrasts"):
        assert row["kind"] in ("polarity", "object", "actor")
        assert row["frame"] in ("", "before", "after", "same")
        sides.setdefault(row["scale"], set()).add(row["side"])
    assert all(len(found) > 1 for found in sides.values())
