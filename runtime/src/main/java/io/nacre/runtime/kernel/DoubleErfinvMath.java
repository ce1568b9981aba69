package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleMath.log;

/// The inverse of the error function of a double, with the same bits everywhere; see [DoubleMath].
/// It is rare: vectors are computed lane by lane. The polynomials are minimax approximations as
/// those of [DoubleMath.Constants].
public final class DoubleErfinvMath {
  private DoubleErfinvMath() {}

  /// The number whose error function is x: infinite for -1 and 1, not a number beyond. It is x
  /// times a function of `w = -log(1 - x^2)`, smooth in w where w is small and in its root where it
  /// is not.
  public static double erfinv(double x) {
    double y = Math.abs(x);
    double w = -log((1 - y) * (1 + y));
    double root = Math.sqrt(w);
    double result =
        w < 6.25 ? erfinvNear(w - 3.125) : root < 4 ? erfinvFar(root - 3.25) : erfinvEnd(root - 5);
    return y < 1 ? x * result : y == 1 ? x * Double.POSITIVE_INFINITY : Double.NaN;
  }

  private static double erfinvNear(double t) {
    double q = ERFINV_23;
    q = Math.fma(q, t, ERFINV_22);
    q = Math.fma(q, t, ERFINV_21);
    q = Math.fma(q, t, ERFINV_20);
    q = Math.fma(q, t, ERFINV_19);
    q = Math.fma(q, t, ERFINV_18);
    q = Math.fma(q, t, ERFINV_17);
    q = Math.fma(q, t, ERFINV_16);
    q = Math.fma(q, t, ERFINV_15);
    q = Math.fma(q, t, ERFINV_14);
    q = Math.fma(q, t, ERFINV_13);
    q = Math.fma(q, t, ERFINV_12);
    q = Math.fma(q, t, ERFINV_11);
    q = Math.fma(q, t, ERFINV_10);
    q = Math.fma(q, t, ERFINV_9);
    q = Math.fma(q, t, ERFINV_8);
    q = Math.fma(q, t, ERFINV_7);
    q = Math.fma(q, t, ERFINV_6);
    q = Math.fma(q, t, ERFINV_5);
    q = Math.fma(q, t, ERFINV_4);
    q = Math.fma(q, t, ERFINV_3);
    q = Math.fma(q, t, ERFINV_2);
    q = Math.fma(q, t, ERFINV_1);
    q = Math.fma(q, t, ERFINV_0);
    return q;
  }

  private static double erfinvFar(double t) {
    double q = ERFINV_FAR_19;
    q = Math.fma(q, t, ERFINV_FAR_18);
    q = Math.fma(q, t, ERFINV_FAR_17);
    q = Math.fma(q, t, ERFINV_FAR_16);
    q = Math.fma(q, t, ERFINV_FAR_15);
    q = Math.fma(q, t, ERFINV_FAR_14);
    q = Math.fma(q, t, ERFINV_FAR_13);
    q = Math.fma(q, t, ERFINV_FAR_12);
    q = Math.fma(q, t, ERFINV_FAR_11);
    q = Math.fma(q, t, ERFINV_FAR_10);
    q = Math.fma(q, t, ERFINV_FAR_9);
    q = Math.fma(q, t, ERFINV_FAR_8);
    q = Math.fma(q, t, ERFINV_FAR_7);
    q = Math.fma(q, t, ERFINV_FAR_6);
    q = Math.fma(q, t, ERFINV_FAR_5);
    q = Math.fma(q, t, ERFINV_FAR_4);
    q = Math.fma(q, t, ERFINV_FAR_3);
    q = Math.fma(q, t, ERFINV_FAR_2);
    q = Math.fma(q, t, ERFINV_FAR_1);
    q = Math.fma(q, t, ERFINV_FAR_0);
    return q;
  }

  private static double erfinvEnd(double t) {
    double q = ERFINV_END_18;
    q = Math.fma(q, t, ERFINV_END_17);
    q = Math.fma(q, t, ERFINV_END_16);
    q = Math.fma(q, t, ERFINV_END_15);
    q = Math.fma(q, t, ERFINV_END_14);
    q = Math.fma(q, t, ERFINV_END_13);
    q = Math.fma(q, t, ERFINV_END_12);
    q = Math.fma(q, t, ERFINV_END_11);
    q = Math.fma(q, t, ERFINV_END_10);
    q = Math.fma(q, t, ERFINV_END_9);
    q = Math.fma(q, t, ERFINV_END_8);
    q = Math.fma(q, t, ERFINV_END_7);
    q = Math.fma(q, t, ERFINV_END_6);
    q = Math.fma(q, t, ERFINV_END_5);
    q = Math.fma(q, t, ERFINV_END_4);
    q = Math.fma(q, t, ERFINV_END_3);
    q = Math.fma(q, t, ERFINV_END_2);
    q = Math.fma(q, t, ERFINV_END_1);
    q = Math.fma(q, t, ERFINV_END_0);
    return q;
  }

  /// erfinv(x) / x as a polynomial in w - 3.125, for w from 0 to 6.25.
  private static final double ERFINV_0 = 1.6536545626831027;
  private static final double ERFINV_1 = 0.24015818242558826;
  private static final double ERFINV_2 = -0.006033670871427754;
  private static final double ERFINV_3 = -0.000740702534153955;
  private static final double ERFINV_4 = 0.0001867342080242565;
  private static final double ERFINV_5 = -1.3882523395791008e-05;
  private static final double ERFINV_6 = -1.365469184434934e-06;
  private static final double ERFINV_7 = 4.234788190766559e-07;
  private static final double ERFINV_8 = -2.9070382774839136e-08;
  private static final double ERFINV_9 = -4.112661977044848e-09;
  private static final double ERFINV_10 = 1.0512183984358874e-09;
  private static final double ERFINV_11 = -5.4142390298040706e-11;
  private static final double ERFINV_12 = -1.2976958306108236e-11;
  private static final double ERFINV_13 = 2.6303546656924433e-12;
  private static final double ERFINV_14 = -8.117007851940254e-14;
  private static final double ERFINV_15 = -3.998979528975255e-14;
  private static final double ERFINV_16 = 6.5946984042071135e-15;
  private static final double ERFINV_17 = -4.28636788281208e-17;
  private static final double ERFINV_18 = -1.3003890716630724e-16;
  private static final double ERFINV_19 = 1.575964276309357e-17;
  private static final double ERFINV_20 = 1.1444027265094635e-18;
  private static final double ERFINV_21 = -3.57544541194281e-19;
  private static final double ERFINV_22 = -1.0088839753699048e-21;
  private static final double ERFINV_23 = 3.375660704816464e-21;

  /// erfinv(x) / x as a polynomial in sqrt(w) - 3.25, for sqrt(w) from 2.5 to 4.
  private static final double ERFINV_FAR_0 = 3.0838856104922208;
  private static final double ERFINV_FAR_1 = 1.0052589676941657;
  private static final double ERFINV_FAR_2 = 0.00537091455357092;
  private static final double ERFINV_FAR_3 = -0.0037512085082629845;
  private static final double ERFINV_FAR_4 = 0.0024914420970178737;
  private static final double ERFINV_FAR_5 = -0.0016882755342510368;
  private static final double ERFINV_FAR_6 = 0.0009532893630821373;
  private static final double ERFINV_FAR_7 = -0.0003550378308343985;
  private static final double ERFINV_FAR_8 = 2.40312630785018e-05;
  private static final double ERFINV_FAR_9 = 6.828724882880114e-05;
  private static final double ERFINV_FAR_10 = -4.731901532617867e-05;
  private static final double ERFINV_FAR_11 = 1.2464433057239353e-05;
  private static final double ERFINV_FAR_12 = 2.9258234954984994e-06;
  private static final double ERFINV_FAR_13 = -3.984077199551165e-06;
  private static final double ERFINV_FAR_14 = 1.4985470294000665e-06;
  private static final double ERFINV_FAR_15 = -3.0265882736166714e-08;
  private static final double ERFINV_FAR_16 = -2.7118747949347377e-07;
  private static final double ERFINV_FAR_17 = 1.3394213835600813e-07;
  private static final double ERFINV_FAR_18 = 6.345840569742371e-10;
  private static final double ERFINV_FAR_19 = -1.618735378603465e-08;

  /// erfinv(x) / x as a polynomial in sqrt(w) - 5, for sqrt(w) from 4 to 6.01.
  private static final double ERFINV_END_0 = 4.849906401408584;
  private static final double ERFINV_END_1 = 1.0103004648645453;
  private static final double ERFINV_END_2 = -0.0001387193183807805;
  private static final double ERFINV_END_3 = -0.00021503011982640987;
  private static final double ERFINV_END_4 = 7.599527811270864e-05;
  private static final double ERFINV_END_5 = -1.9681770720321053e-05;
  private static final double ERFINV_END_6 = 4.526052371630101e-06;
  private static final double ERFINV_END_7 = -9.930292717340888e-07;
  private static final double ERFINV_END_8 = 2.2905357058584603e-07;
  private static final double ERFINV_END_9 = -6.755649261660971e-08;
  private static final double ERFINV_END_10 = 2.9016581285169097e-08;
  private static final double ERFINV_END_11 = -1.5254703405144307e-08;
  private static final double ERFINV_END_12 = 7.824774660357056e-09;
  private static final double ERFINV_END_13 = -3.471491556630779e-09;
  private static final double ERFINV_END_14 = 1.3128594944467027e-09;
  private static final double ERFINV_END_15 = -4.376004037939503e-10;
  private static final double ERFINV_END_16 = 7.11443597863923e-11;
  private static final double ERFINV_END_17 = 4.2906866539922775e-11;
  private static final double ERFINV_END_18 = -2.0718877759381893e-11;
}
