namespace Middeck.Studio.Tools.Builtin.Calculator;

/// <summary>Computes, since models do that badly.</summary>
internal sealed class CalculatorTools : IBuiltinTools
{
    public IReadOnlyList<BuiltinTool> All =>
    [
        new(
            "maths",
            new ToolInfo(
                "eval_expression",
                new ToolWords("计算器", "Calculator"),
                new ToolWords(
                    "精确计算算式：四则运算、乘方、百分比、阶乘与常用函数。",
                    $"Computes an expression exactly: + - * / ^ % ! and {Functions.Names}. Use it for every calculation."),
                ToolSchema.Of(
                    """
                    "expression": {"type": "string", "description": "Such as (1 + 2) * 3 ^ 2 - sqrt(16)"}
                    """,
                    "expression"),
                "🧮"),
            arguments => new ToolResult(Calculation.Of(arguments.Text("expression")).ToString())),
    ];
}
