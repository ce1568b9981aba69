package com.example.layers;

/// The other one.
public final class SecondTwiceLayer extends TwiceLayer {}
