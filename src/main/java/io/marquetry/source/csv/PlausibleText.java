package io.marquetry.source.csv;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells text from bytes that only happen to decode: by how many of its characters beyond ASCII are
 * ones that people of that script use all the time. The lists are the characters most frequent in
 * running text, with those of family names, places and the words of customer tables.
 */
final class PlausibleText {

    private static final Set<Character> SIMPLIFIED =
            set(
                    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现"
                            + "当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相"
                            + "见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报"
                            + "才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死"
                            + "张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔华厦京沪州苏杭津渝川湖广深圳省县镇村街号楼室李刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭"
                            + "吕卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚男城客户姓邮箱址额单积级龄状态渠购买商店铺优惠券型备注编码"
                            + "价跃普银卡钻汇香港澳台庆汉都青岛阳宁波春哈滨连济福昌昆肥贵原芳伟敏静丽强磊洋艳勇杰娟涛超兰霞刚桂英梅雪玉红玲华慧晓燕萍志建军平辉鹏飞宇浩然轩怡欣佳琪婷雅倩莹健俊"
                            + "食品服装鞋帽母婴家居数码图书饮料零果蔬菜肉蛋奶油盐酱醋茶酒糖衣裤裙包表器具电脑视频音乐旅游酒店票美妆护肤洗发男女童装运动户外宠物医药健身车险理财贷款");

    private static final Set<Character> TRADITIONAL =
            set(
                    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現"
                            + "當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相"
                            + "見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報"
                            + "才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死"
                            + "張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運臺灣台竹香港九龍陳林黃李吳劉蔡楊鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江蕭羅潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴范宋"
                            + "鄧杜傅侯曹薛丁卓阮董溫唐藍蔣石古紀姚倪連馮歐湯田康姜汪鄒尤巫鐘黎涂龔嚴韓袁童陸夏柳邵錢男城客戶姓郵箱址期額單積級齡狀態買商店優惠雄園縣鄉鎮村里街號樓室基隆桃苗栗彰化投"
                            + "雲嘉義屏宜蘭花蓮澎湖門馬祖美惠淑芬玲秀英俊傑宏志偉豪家怡雅婷欣佩珊麗芳雪");

    private static final Set<Character> JAPANESE =
            set(
                    "日一国会人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母"
                            + "火右読友左休父雨田村佐藤鈴木高橋伊渡辺山中林加吉井口松清水京都府県市区町大阪神横浜名古屋福岡札幌仙台広島客様顧番号住所氏姓性別額購商品店注文電話郵便"
                            + "登録会員状態合計売上数量備考株式社部課係担当和洋美恵真由香直樹健太翔陽菜結衣優");

    private static final Set<Character> KOREAN =
            set(
                    "이가다는을에의를은하고한지사기도로자리어시해인대아서일나정수부제구보과상전원선성장주유용우연경조영미신동발생여관무비국중공안실화소김박최강윤임오송권황손배백"
                            + "허남심노곽차민진류마라와그것들니면만게네러려요습합있없았었했까세늘내월년분초객름금액번호날짜전별등급울산광천북충청평양포원읍로길층회사업품입출고판매상품재질"
                            + "할점카드온라인프스트레이터페스북메일휴폰지은현준서윤예하민우재혁수빈태훈석철희숙옥순자");

    private static final String WESTERN =
            "äöüßÄÖÜéèêëàâçîïôùûœÉÈÀÇñÑáíóúÁÍÓÚåÅæÆøØãõÃÕìòýžšŽŠ€–—‘’“”„«»°§²³½´·…£©®ªº¿¡Ê";

    private static final double ONLY_NEUTRAL = 0.5;

    private PlausibleText() {}

    private static Set<Character> set(String characters) {
        Set<Character> set = new HashSet<>();
        for (int i = 0; i < characters.length(); i++) {
            set.add(characters.charAt(i));
        }
        return set;
    }

    /**
     * Returns how plausible a decoded text is, 0 to about 1.3; only characters beyond ASCII count.
     */
    static double score(String text, CsvEncoding encoding) {
        return switch (encoding) {
            case GB18030 -> common(text, SIMPLIFIED, '\u4E00', '\u9FA5', CsvEncoding.GB18030);
            case BIG5 -> common(text, TRADITIONAL, '\u4E00', '\u9FA5', CsvEncoding.BIG5);
            case EUC_KR -> common(text, KOREAN, '\uAC00', '\uD7A3', CsvEncoding.EUC_KR);
            case SHIFT_JIS -> japanese(text);
            case WINDOWS_1251 -> cyrillic(text);
            case WINDOWS_1252 -> western(text);
            case UTF_8, UTF_16LE, UTF_16BE -> 1;
        };
    }

    /** The share of common characters, and a little for being of the script's core at all. */
    private static double common(
            String text, Set<Character> known, char first, char last, CsvEncoding encoding) {
        int all = 0;
        int neutral = 0;
        int hits = 0;
        int core = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Accented letters and pictures are in these encodings, but prove nothing.
            if (c < 0x250 || Character.isSurrogate(c)) {
                neutral += c < 0x80 ? 0 : 1;
                continue;
            }
            all++;
            boolean mark = c >= '\u3000' && c <= '\u3011' || c >= '\uFF01' && c <= '\uFF5E';
            hits += mark || known.contains(c) ? 1 : 0;
            core += c >= first && c <= last && isCore(c, encoding) ? 1 : 0;
        }
        if (all == 0) {
            return neutral > 0 && encoding == CsvEncoding.GB18030 ? ONLY_NEUTRAL : 0;
        }
        return (hits + 0.3 * core) / all;
    }

    /** The rows of GB 2312 and Big5 that hold the characters of everyday use. */
    private static boolean isCore(char c, CsvEncoding encoding) {
        byte[] bytes = String.valueOf(c).getBytes(encoding.charset());
        int lead = bytes[0] & 0xFF;
        return switch (encoding) {
            case GB18030 ->
                    bytes.length == 2
                            && lead >= 0xB0
                            && lead <= 0xD7
                            && bytes[1] < 0
                            && (bytes[1] & 0xFF) >= 0xA1;
            case BIG5 -> bytes.length == 2 && lead >= 0xA4 && lead <= 0xC6;
            case EUC_KR ->
                    bytes.length == 2 && lead >= 0xB0 && lead <= 0xC8 && (bytes[1] & 0xFF) >= 0xA1;
            case UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1251, WINDOWS_1252, SHIFT_JIS -> true;
        };
    }

    private static double japanese(String text) {
        int all = 0;
        int hits = 0;
        int kana = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            all++;
            boolean isKana = c >= '\u3041' && c <= '\u30FC';
            kana += isKana ? 1 : 0;
            boolean mark = c >= '\u3000' && c <= '\u3011' || c >= '\uFF01' && c <= '\uFF5E';
            hits += isKana || mark || JAPANESE.contains(c) ? 1 : 0;
        }
        return all == 0 ? 0 : (hits + 0.3 * kana) / all;
    }

    /** The share of letters in words whose letter case is that of words. */
    private static double cyrillic(String text) {
        int all = 0;
        int hits = 0;
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) < 0x80) {
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && text.charAt(i) >= 0x80) {
                i++;
            }
            String word = text.substring(from, i);
            all += word.length();
            hits += isCyrillicWord(word) ? word.length() : 0;
        }
        return all == 0 ? 0 : (double) hits / all;
    }

    private static boolean isCyrillicWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < '\u0401' || c > '\u0491') {
                return word.length() == 1 && "№«»–—".indexOf(c) >= 0;
            }
        }
        String rest = word.substring(1);
        return word.length() > 1
                && (rest.equals(rest.toLowerCase(Locale.ROOT))
                        || word.equals(word.toUpperCase(Locale.ROOT)));
    }

    /** The share of letters that western languages use, one or two in a row. */
    private static double western(String text) {
        int all = 0;
        int hits = 0;
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) < 0x80) {
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && text.charAt(i) >= 0x80) {
                i++;
            }
            all += i - from;
            for (int k = from; k < i && i - from <= 2; k++) {
                hits += WESTERN.indexOf(text.charAt(k)) >= 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) hits / all;
    }
}
