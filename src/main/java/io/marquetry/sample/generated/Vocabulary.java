package io.marquetry.sample.generated;

import java.util.List;

/** What texts the sample's attributes hold. */
final class Vocabulary {

    /** From the lowest to the highest. */
    static final List<Word> LEVELS =
            Word.list(
                    """
                    bronze; Bronze; 铜卡
                    silver; Silver; 银卡
                    gold; Gold; 金卡
                    platinum; Platinum; 白金卡
                    diamond; Diamond; 钻石卡
                    black; Black; 黑卡
                    """);

    static final List<Word> CHANNELS =
            Word.list(
                    """
                    app; App; App
                    mini_program; Mini program; 小程序
                    web; Web; 网页
                    store; Store; 门店
                    phone; Phone; 电话
                    partner; Partner; 合作伙伴
                    """);

    static final List<Word> DEVICES =
            Word.list(
                    """
                    android; Android; 安卓
                    ios; iOS; iOS
                    harmony; HarmonyOS; 鸿蒙
                    windows; Windows; Windows
                    mac; Mac; Mac
                    tablet; Tablet; 平板
                    tv; Television; 电视
                    car; Car; 车机
                    """);

    static final List<Word> CATEGORIES =
            Word.list(
                    """
                    tea; Tea; 茶叶
                    coffee; Coffee; 咖啡
                    snacks; Snacks; 零食
                    fruit; Fruit; 水果
                    dairy; Dairy; 乳品
                    seafood; Seafood; 海鲜
                    wine; Wine and spirits; 酒类
                    babycare; Baby care; 母婴
                    toys; Toys; 玩具
                    books; Books; 图书
                    skincare; Skin care; 护肤
                    makeup; Make-up; 彩妆
                    fragrance; Fragrance; 香水
                    haircare; Hair care; 洗护
                    womenswear; Women’s wear; 女装
                    menswear; Men’s wear; 男装
                    shoes; Shoes; 鞋靴
                    bags; Bags; 箱包
                    jewelry; Jewellery; 珠宝
                    sports; Sports; 运动
                    outdoor; Outdoor; 户外
                    phones; Phones; 手机
                    appliances; Appliances; 家电
                    petcare; Pet care; 宠物
                    """);

    private Vocabulary() {}
}
