"""Three invented happenings, each told in several ways."""

BRIDGE = (
    "Jembatan gantung Cikalong di Kabupaten Sukamekar ambruk pada Senin (3/3/2025) sore. Sedikitnya 14 warga yang "
    "sedang menyeberang terjatuh ke sungai.\nKepala BPBD Sukamekar Rahmat Suganda mengatakan tali utama jembatan putus "
    "karena aus. Tim penyelamat masih mencari dua warga yang hanyut.",
    "Sebanyak 14 orang jatuh ke sungai setelah jembatan gantung di Cikalong, Sukamekar, putus pada Senin (3/3/2025). "
    "Dua orang belum ditemukan.\nRahmat Suganda dari BPBD Sukamekar menyebut tali jembatan sudah aus sejak tahun lalu "
    "dan warga sudah diminta tidak menyeberang.",
    "Warga Cikalong menunggu kabar dua kerabat mereka yang hanyut setelah jembatan gantung Sukamekar ambruk, Senin "
    "(3/3/2025).\nBPBD Sukamekar mengerahkan perahu karet untuk menyisir sungai, kata Rahmat Suganda.",
)
BUDGET = (
    "Pemerintah menaikkan anggaran pendidikan dasar menjadi Rp 92 triliun pada tahun depan. Menteri Keuangan Lestari "
    "Widuri menyampaikan angka itu dalam rapat dengan parlemen, Selasa (4/3/2025).\nMenurut Lestari, tambahan dana "
    "dipakai untuk gaji guru honorer di daerah terpencil.",
    "Anggaran pendidikan dasar tahun depan naik menjadi Rp 92 triliun. Hal itu diungkapkan Menteri Keuangan Lestari "
    "Widuri di hadapan parlemen pada Selasa (4/3/2025).\nGuru honorer di daerah terpencil akan menerima gaji dari "
    "tambahan dana tersebut.",
)
MATCH = (
    "Persatuan Bahari menang 3-1 atas Garuda Timur dalam laga pekan kesepuluh di Stadion Mutiara, Rabu (5/3/2025). "
    "Penyerang Dodi Kurnia mencetak dua gol.\nPelatih Garuda Timur Hendro Laksono mengakui lini belakangnya lengah.",
    "Dua gol Dodi Kurnia membawa Persatuan Bahari mengalahkan Garuda Timur 3-1 di Stadion Mutiara, Rabu (5/3/2025).\n"
    "Hendro Laksono, pelatih Garuda Timur, menyesalkan kelengahan lini belakang.",
)
BRIDGE_IN_ENGLISH = (
    "At least 14 people fell into a river when a suspension bridge in Cikalong, in Sukamekar regency, collapsed on "
    "Monday (3/3/2025).\nRahmat Suganda, head of the Sukamekar disaster agency BPBD, said the main cable had snapped. "
    "Two residents of Cikalong were still missing."
)
