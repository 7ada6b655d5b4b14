package io.marquetry.sample.generated;

import io.marquetry.base.LocalizedText;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A city that customers live in.
 *
 * @param code begins the names of its stores
 * @param name as it stands in the source, in English
 * @param tier 1 for the largest cities, 3 for the small ones
 * @param stores their names, the best visited first
 */
record City(
        String code, Region region, int tier, LocalizedText name, int weight, List<String> stores) {

    private static final int MAX_WEIGHT = 80_000;
    private static final int NEXT_PERCENT = 92;
    private static final int WEIGHT_OF_A_STORE = 330;
    private static final int LAST_OF_TIER_1 = 4;
    private static final int LAST_OF_TIER_2 = 20;

    /**
     * All cities, the largest first; each has eight percent fewer customers than the one before.
     */
    static final List<City> ALL = read();

    /** Parts of the country. */
    enum Region {
        NORTH("North China", "华北"),
        EAST("East China", "华东"),
        SOUTH("South China", "华南"),
        CENTRAL("Central China", "华中"),
        SOUTHWEST("Southwest China", "西南"),
        NORTHWEST("Northwest China", "西北"),
        NORTHEAST("Northeast China", "东北");

        private final String english;
        private final String chinese;

        Region(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        LocalizedText title() {
            return LocalizedText.of(english, chinese);
        }
    }

    /** Returns what the source calls the city. */
    String value() {
        return name.in(Locale.ENGLISH);
    }

    /** Returns the city's name without what a tag's key cannot hold. */
    String keyPart() {
        return value().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static List<City> read() {
        List<String[]> parts =
                Stream.of(LARGE, MIDDLE, SMALL)
                        .flatMap(String::lines)
                        .map(line -> line.split(" ", -1))
                        .toList();
        int[] weights = new int[parts.size()];
        weights[0] = MAX_WEIGHT;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = weights[i - 1] * NEXT_PERCENT / 100;
        }
        return IntStream.range(0, weights.length)
                .mapToObj(i -> city(i, parts.get(i), weights[i]))
                .toList();
    }

    private static City city(int place, String[] part, int weight) {
        int tier = place < LAST_OF_TIER_1 ? 1 : place < LAST_OF_TIER_2 ? 2 : 3;
        List<String> stores =
                IntStream.rangeClosed(1, 2 + weight / WEIGHT_OF_A_STORE)
                        .mapToObj(number -> "%s-%04d".formatted(part[0], number))
                        .toList();
        return new City(
                part[0],
                Region.valueOf(part[3]),
                tier,
                LocalizedText.of(part[1], part[2]),
                weight,
                stores);
    }

    private static final String LARGE =
            """
            SHA Shanghai 上海 EAST
            BJS Beijing 北京 NORTH
            GZH Guangzhou 广州 SOUTH
            SZH Shenzhen 深圳 SOUTH
            CDU Chengdu 成都 SOUTHWEST
            HGH Hangzhou 杭州 EAST
            CKG Chongqing 重庆 SOUTHWEST
            WUH Wuhan 武汉 CENTRAL
            SIA Xi'an 西安 NORTHWEST
            SUZ Suzhou 苏州 EAST
            NKG Nanjing 南京 EAST
            TSN Tianjin 天津 NORTH
            ZGZ Zhengzhou 郑州 CENTRAL
            CSX Changsha 长沙 CENTRAL
            DGM Dongguan 东莞 SOUTH
            TAO Qingdao 青岛 EAST
            SHE Shenyang 沈阳 NORTHEAST
            NGB Ningbo 宁波 EAST
            HFE Hefei 合肥 EAST
            KMG Kunming 昆明 SOUTHWEST
            """;

    private static final String MIDDLE =
            """
            FUO Foshan 佛山 SOUTH
            WUX Wuxi 无锡 EAST
            XMN Xiamen 厦门 EAST
            FOC Fuzhou 福州 EAST
            TNA Jinan 济南 EAST
            DLC Dalian 大连 NORTHEAST
            HRB Harbin 哈尔滨 NORTHEAST
            CGQ Changchun 长春 NORTHEAST
            NNG Nanning 南宁 SOUTH
            KWE Guiyang 贵阳 SOUTHWEST
            WNZ Wenzhou 温州 EAST
            JNH Jinhua 金华 EAST
            QUZ Quanzhou 泉州 EAST
            SJW Shijiazhuang 石家庄 NORTH
            KHN Nanchang 南昌 EAST
            CZX Changzhou 常州 EAST
            NTG Nantong 南通 EAST
            JXI Jiaxing 嘉兴 EAST
            TYN Taiyuan 太原 NORTH
            XUZ Xuzhou 徐州 EAST
            HUZ Huizhou 惠州 SOUTH
            ZUH Zhuhai 珠海 SOUTH
            ZSN Zhongshan 中山 SOUTH
            TAZ Taizhou 台州 EAST
            YNT Yantai 烟台 EAST
            LHW Lanzhou 兰州 NORTHWEST
            SXG Shaoxing 绍兴 EAST
            HAK Haikou 海口 SOUTH
            YTY Yangzhou 扬州 EAST
            LYI Linyi 临沂 EAST
            """;

    private static final String SMALL =
            """
            WEF Weifang 潍坊 EAST
            URC Urumqi 乌鲁木齐 NORTHWEST
            BDG Baoding 保定 NORTH
            ZHE Zhenjiang 镇江 EAST
            HET Hohhot 呼和浩特 NORTH
            LYA Luoyang 洛阳 CENTRAL
            TGS Tangshan 唐山 NORTH
            YIH Yichang 宜昌 CENTRAL
            XFN Xiangyang 襄阳 CENTRAL
            SYX Sanya 三亚 SOUTH
            KWL Guilin 桂林 SOUTH
            SWA Shantou 汕头 SOUTH
            ZHA Zhanjiang 湛江 SOUTH
            INC Yinchuan 银川 NORTHWEST
            XNN Xining 西宁 NORTHWEST
            WUU Wuhu 芜湖 EAST
            BFU Bengbu 蚌埠 EAST
            JIU Jiujiang 九江 EAST
            GNZ Ganzhou 赣州 EAST
            ZYI Zunyi 遵义 SOUTHWEST
            MIG Mianyang 绵阳 SOUTHWEST
            YBP Yibin 宜宾 SOUTHWEST
            LZO Luzhou 泸州 SOUTHWEST
            DLU Dali 大理 SOUTHWEST
            LJG Lijiang 丽江 SOUTHWEST
            JIL Jilin 吉林 NORTHEAST
            DQA Daqing 大庆 NORTHEAST
            ASN Anshan 鞍山 NORTHEAST
            LXA Lhasa 拉萨 SOUTHWEST
            DNH Dunhuang 敦煌 NORTHWEST
            KHG Kashgar 喀什 NORTHWEST
            HLD Hulunbuir 呼伦贝尔 NORTH
            MDG Mudanjiang 牡丹江 NORTHEAST
            JGN Jiayuguan 嘉峪关 NORTHWEST
            """;
}
