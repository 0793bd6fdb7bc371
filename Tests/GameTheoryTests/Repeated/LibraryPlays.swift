/// What the Axelrod library, version 4.14.0, plays: a line for each strategy.
///
/// After the name stand its plays against `mixed` and those against the last forty turns of `late`, a bit for
/// each turn, 1 for a defection, as hexadecimal numbers; then how often it cooperates in 150 turns against each of
/// `opponents`.
enum LibraryPlays {
  static let mixed = "CCCCCDCCDDCDDDCCCCCCDCDCDCDDDDDDCCDCCCCCCCCCCDDCDCCDDDCDCCCD"

  static let late =
    String(repeating: "C", count: 56) + "DCCDCDDCCCDCDCCCDDCDCDDDDCDCCCDDDCCC"

  static let opponents = [
    "Alternator", "Defector", "TitForTat", "AntiTitForTat", "Gradual", "CyclerDDC", "ThueMorse",
    "Forgiver",
  ]

  static let lines = """
    AON2 03cc07f6fffe7bf 07e1fceff7 2 51 150 2 150 51 50 150
    APavlov2006 03ffffffffc34e8 04b146bd1c 4 1 150 70 150 122 4 150
    APavlov2011 03f6000ff0034ff 04b146bffc 148 1 150 52 150 2 124 150
    Adaptive 03fffffffffffff ffffffffff 6 6 145 6 145 6 6 145
    AdaptiveTitForTat 026e055f90034e8 00b146bd1c 76 1 150 76 150 50 76 150
    Aggravater e3fffffffffffff 07ffffffff 0 0 0 2 0 0 0 0
    Alexei 026e055f90034e9 04b146bd1d 75 1 149 75 149 50 75 149
    Alternator 555555555555555 5555555555 75 75 75 75 75 75 75 75
    AlternatorHunter 000000000000000 0000000000 6 150 150 150 150 150 150 150
    AntiCycler 691082040402008 0801001000 133 133 133 133 133 133 133 133
    AntiTitForTat 7d91faa06ffcb17 fb4eb942e3 75 150 75 75 126 101 75 134
    Appeaser 03b4066ae00274f 072184d617 76 75 150 100 150 100 75 150
    BackStabber 000ffffffffffff 001fffffff 8 4 148 5 148 5 7 148
    Bully fd91faa06ffcb17 fb4eb942e3 74 149 74 0 126 100 74 134
    CollectiveStrategy 7ffffffffffffff ffffffffff 3 1 1 3 1 1 1 1
    ContriteTitForTat 026e055f90034e8 04b146bd1c 76 1 150 76 150 50 76 150
    Cooperator 000000000000000 0000000000 150 150 150 150 150 150 150 150
    CooperatorHunter 0c0000000000000 f800000000 150 150 148 150 148 150 150 148
    CycleHunter 000000000000000 0000000000 8 150 150 150 150 6 150 150
    CyclerCCCCCD 041041041041041 4104104104 125 125 125 125 125 125 125 125
    CyclerCCCD 111111111111111 1111111111 113 113 113 113 113 113 113 113
    CyclerCCCDCD 145145145145145 4514514514 100 100 100 100 100 100 100 100
    CyclerCCD 249249249249249 4924924924 100 100 100 100 100 100 100 100
    CyclerDC aaaaaaaaaaaaaaa aaaaaaaaaa 75 75 75 75 75 75 75 75
    CyclerDDC db6db6db6db6db6 b6db6db6db 50 50 50 50 50 50 50 50
    Defector fffffffffffffff ffffffffff 0 0 0 0 0 0 0 0
    DefectorHunter 000000000000000 0000000000 150 4 150 150 150 150 150 150
    DelayedAON1 03b4066ae00274f 072184d617 76 76 150 100 150 51 76 150
    Detective 4ffffffffffffff ffffffffff 76 3 149 75 149 51 76 3
    DoubleCrosser 000ffffffffffff 0010021c0f 8 4 148 5 148 5 7 148
    DoubleResurrection 066e0d5f10434e8 44b146bd1c 76 25 77 76 56 50 76 29
    Doubler 000e055f90034e8 0000000000 76 1 150 76 150 50 76 150
    EasyGo fc0000000000000 f800000000 148 149 148 0 148 149 149 148
    EugineNier 026ffffffffffff 04b1ffffff 6 1 149 6 149 3 6 149
    EventualCycleHunter 000000000000000 0000000000 20 20 150 140 150 20 150 150
    EvolvedFSM16 024927ee3ffdfff 04fefdffff 5 98 150 2 150 3 4 150
    EvolvedFSM16Noise05 006dbffc17fffff 00bffe3fff 2 1 150 2 150 50 36 150
    EvolvedFSM4 038806f4effe737 0761bccbf7 3 100 150 3 150 75 68 150
    EvolvedFSM6 02ec044f15575ca 05fbdff41d 113 30 150 2 150 25 65 150
    FirstByDavis 003ffffffffffff 07ffffffff 10 10 150 10 150 10 10 150
    FirstByDowning dffabff7fffffff ffffffffff 1 0 148 1 14 0 0 3
    FirstByNydegger 000000000000000 0000000000 76 148 150 149 150 1 147 150
    FirstByShubik 026e079f1f83fbf 04dde7df9f 24 16 150 30 150 17 23 150
    FirstBySteinAndRapoport 026ffffffffffff 04b146bd1f 9 4 148 61 148 47 8 148
    FirstByTidemanAndChieruzzi 026e07fff003fff 04f967ff9f 10 1 148 54 148 13 13 148
    FoolMeOnce 007ffffffffffff 00ffffffff 4 2 150 3 150 2 4 150
    ForgetfulGrudger 03ff07ffff83fff 07ffffbfff 2 1 150 26 150 8 8 150
    Forgiver 03fffffffffffff 000003ffff 2 1 150 16 150 1 1 150
    ForgivingTitForTat 026e055f90034e8 000002bd1c 76 1 150 76 150 50 76 150
    Fortress3 ffcc07f6fffe7bf ffe1fceff7 0 50 37 0 121 50 48 49
    Fortress4 fffc07fbfffffcf fffffff7f8 0 37 30 0 32 0 0 37
    GeneralSoftGrudger 03cf079e1e03cf0 079e78f1e7 50 50 150 50 150 50 56 150
    GoByMajority 000000000000000 0000000000 150 1 150 75 150 1 113 150
    GoByMajority10 00030007fc00038 0000000fdc 150 1 150 81 150 1 131 150
    GoByMajority20 000000018000000 000000040f 150 1 150 78 150 1 128 150
    GoByMajority40 000000000000000 0000000000 150 1 150 78 150 1 127 150
    GoByMajority5 002f805ff00067c 001800ff87 78 1 150 75 150 1 77 150
    Golden 7c80b8800eec213 f800000000 110 150 92 148 129 135 110 135
    Gradual 0267c7f3ffe3fff 04c1f3fc1f 20 11 150 24 150 14 19 150
    GradualKiller f80000000000000 0000000000 145 2 145 145 2 145 2 2
    Grudger 03fffffffffffff 07ffffffff 2 1 150 2 150 1 1 150
    GrudgerAlternator 02aaaaaaaaaaaaa 0555555555 76 75 150 76 150 75 75 150
    Grumpy 000000000000000 0000000000 150 11 150 78 150 29 150 150
    Handshake 7ffffffffffffff ffffffffff 149 1 1 149 1 1 1 1
    HardGoByMajority 800000000000000 0000000000 75 0 75 75 148 0 38 1
    HardGoByMajority10 8007e00ffe0007e 000040bffe 5 0 5 69 148 0 20 1
    HardGoByMajority20 8000000fdf80000 0000001fff 10 0 10 72 148 0 22 1
    HardGoByMajority40 800000000000000 0000000000 20 0 20 74 148 0 24 1
    HardGoByMajority5 802f805ff00067c 001800ff87 75 0 75 75 148 0 74 1
    HardProber cffffffffffffff ffffffffff 75 2 148 2 148 50 2 2
    HardTitFor2Tats 0037000fc001870 0018031e0e 150 2 150 75 150 51 102 150
    HardTitForTat 03ff87fffc03ffe 07fdf7ffdf 2 1 150 50 150 1 1 150
    InversePunisher 03fffffff803ffe 07ffffbfff 14 1 150 16 150 10 9 150
    LevelPunisher 003ffffffffffff 0000000000 10 10 150 30 150 10 10 150
    LimitedRetaliate 03fffdffff83fff 07fff7ffff 9 8 150 24 150 8 8 150
    LimitedRetaliate2 03fffbffdfffcff 07fff7fff7 11 10 150 20 150 10 11 150
    LimitedRetaliate3 03ffffdffffefff 07ffffbfff 9 8 150 18 150 8 9 150
    MEM2 03fffffffffffff 04ffffffff 2 1 150 2 150 1 3 150
    MathConstantHunter 00803eb0003ffff 07fe000000 29 150 150 9 150 26 29 150
    Momentum 000ffffffffffff 001fffffff 8 4 150 11 150 5 7 150
    NTitsForMTats 003f800fe001c78 001c039f0f 150 2 150 66 150 2 78 150
    OmegaTFT 026e05fffffffff 04a1468d1c 6 1 150 6 150 3 7 150
    OnceBitten 003ff80ffe01ffc 001fffff8f 150 2 150 33 150 14 33 150
    OppositeGrudger 800000000000000 0000000000 149 0 149 149 149 147 148 149
    OriginalGradual 0267079f1f83f8f 04c1c79f1f 37 30 150 30 150 30 38 150
    Pi 7c0000000008000 f800000000 149 150 114 149 139 150 149 135
    Predator 7f7ffddff7ffdfb febf7fbf7f 1 2 3 99 2 98 27 2
    Prober 9ffffffffffffff ffffffffff 76 2 149 75 149 51 2 2
    Prober2 826e055f90034e8 04b146bd1c 149 2 149 75 149 149 76 2
    Prober3 bffffffffffffff ffffffffff 75 1 75 1 148 50 1 1
    Prober4 2e52dffffffffff ffffffffff 10 10 140 77 10 56 10 10
    Pun1 822a000a80020a8 00a002a808 75 75 75 112 148 99 112 75
    Punisher 03ff87fff003fff 04b9e6fdfe 14 1 150 38 150 9 11 150
    Raider fd8e055f90034e8 ff6ffde51c 1 2 148 0 145 50 74 2
    RandomHunter 001fe0000000000 0000000000 11 150 150 150 150 11 11 150
    Resurrection 026e055ffffffff 04b146bd1c 76 1 150 76 150 50 76 150
    Retaliate 03fffdffff83fff 07fff7ffff 9 1 150 24 150 5 8 150
    Retaliate2 03ffffff9fffcff 07fffffdff 7 1 150 20 150 4 8 150
    Retaliate3 03ffffffff83fff 07ffffffff 5 1 150 14 150 3 4 150
    RevisedDowning 000000000000000 0000000000 149 2 150 2 150 100 150 150
    Ripoff a86e055f90034e8 a8b146bd1c 76 1 149 75 149 50 76 2
    SecondByColbert 0466066618030cc 0631863198 77 77 149 77 149 85 93 77
    SecondByGladstein 946e055f90034e8 50b146bd1c 76 1 149 75 149 50 76 2
    SecondByGraaskampKatzen 026e0ffffffffff 04b146bd1c 11 1 150 6 150 4 6 150
    SecondByGrofman 021ff83fff003ff 001fffffff 4 2 150 59 150 4 5 150
    SecondByMikkelson 0003001fffe1fff 00000007ff 15 7 150 55 150 9 13 150
    SecondByTester 946e055f90034e8 50b146bd1c 76 1 149 75 149 50 76 2
    SecondByTidemanAndChieruzzi 027f87fffffffff 049164bf9c 3 27 150 58 150 22 3 150
    SecondByWhite 0000015f90034e8 0000000000 85 10 150 80 150 56 83 150
    ShortMem 000e041ff8000e8 001142bf1c 81 11 150 79 150 57 81 150
    SlowTitForTwoTats2 003f000fc001e7c 001803ff8e 150 2 150 75 150 2 78 150
    SneakyTitForTat 3c66044c90030c8 f891063118 113 76 148 76 148 100 101 76
    SoftGrudger 03cf079e1e03cf0 079e78f1e7 50 50 150 50 150 50 56 150
    SolutionB1 c00000000000000 0000000000 148 0 148 148 148 146 147 148
    SolutionB5 826ffd5f9fff4e8 04b17ebf1f 56 0 2 75 148 48 74 1
    SpitefulCC 03fffffffffffff 07ffffffff 2 2 150 2 150 2 2 150
    SpitefulTitForTat 027ffffffffffff 04bfffffff 76 1 150 2 150 1 4 150
    SuspiciousTitForTat 826e055f90034e8 04b146bd1c 75 0 75 75 148 49 75 1
    TF1 2effffdfffffe6b c8d9ffe797 26 2 4 65 4 67 27 4
    TF2 527f4dffddb7efc 4dfff7bfdc 2 1 2 50 9 37 4 2
    TF3 017ffffffffffff 02ffffffff 3 2 150 3 150 2 3 150
    ThueMorse 966969966996966 6696996966 75 75 75 75 75 75 75 75
    ThueMorseInverse 699696699669699 9969669699 75 75 75 75 75 75 75 75
    Thumper 036f07ff98036fc 06f1e6fd9e 2 1 150 76 150 50 50 150
    TitFor2Tats 0026000f8001060 0010021c0c 150 2 150 90 150 100 126 150
    TitForTat 026e055f90034e8 04b146bd1c 76 1 150 76 150 50 76 150
    TrickyCooperator 1c0000000004000 f800000000 150 150 126 150 134 150 150 136
    TrickyDefector fffdfff87ffffdf fffffff3fb 0 0 50 0 115 0 0 134
    TrickyLevelPunisher 03fffffffffffff 001fffffff 52 51 150 56 150 51 51 150
    TwoTitsForTat 037f07ffd803efc 06f9e7ff9e 2 1 150 60 150 1 26 150
    UsuallyCooperates 010102a00800214 0240a04082 76 150 150 150 150 150 124 150
    UsuallyDefects fdf7feafffffbf7 ffdebb5eef 74 0 50 0 1 49 24 1
    VeryBad 000000000000000 0000000000 77 3 150 75 150 3 77 150
    WinShiftLoseStay a91eacc04aa8de5 ad8b2e7cbd 75 0 100 50 135 75 74 135
    WinStayLoseShift 03b4066ae00274f 072184d617 76 75 150 100 150 100 75 150
    e 7c00000000d4000 f800000000 143 150 109 149 136 150 143 135
    """
}
