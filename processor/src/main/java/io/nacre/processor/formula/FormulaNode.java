package io.nacre.processor.formula;

import io.nacre.processor.read.NodeDeclaration;

/// A node that a formula makes.
///
/// @param text the part of the formula that it computes
/// @param last whether it is the value of the formula
public record FormulaNode(NodeDeclaration declaration, String text, boolean last) {}
