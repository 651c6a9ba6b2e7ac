using Middeck.Core.Errors;
using Middeck.Studio.Tools.Builtin.Calculator;

namespace Middeck.Studio.Tests.Tools;

public sealed class CalculationTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("（1＋2）×3÷4", "2.25")]
    [InlineData("2^3^2", "512")]
    [InlineData("-2^2", "-4")]
    [InlineData("2**-3", "0.125")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1/3", "≈ 0.333333333333333333333333333333")]
    [InlineData("50 % 7", "1")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("mod(-7, 3)", "2")]
    [InlineData("200 * 15%", "30")]
    [InlineData("10!", "3628800")]
    [InlineData("sqrt(16) + math.sqrt(2.25)", "≈ 5.5")]
    [InlineData("round(2.345, 2) + round(-2.5)", "-0.65")]
    [InlineData("max(1, 2/3, sum(0.5, 0.75))", "1.25")]
    [InlineData("1.5e3 - 1e-2", "1499.99")]
    [InlineData("99999999999999999999 * 99999999999999999999", "9999999999999999999800000000000000000001")]
    [InlineData("log(1000) + ln(e) + 2*pi/pi", "≈ 6")]
    [InlineData("1^999999999999", "1")]
    public void It_computes_exactly_as_long_as_it_can(string expression, string result)
        => Assert.Equal(result, Calculation.Of(expression).ToString());

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("1 +", "ends too early")]
    [InlineData("(1", "ends too early")]
    [InlineData("1)", "')'")]
    [InlineData("1/0", "divides by zero")]
    [InlineData("0^-1", "divides by zero")]
    [InlineData("9^9^9", "too large")]
    [InlineData("2000!", "from 0 to 1000")]
    [InlineData("1e999999999", "too large")]
    [InlineData("sqrt(-1)", "no real value")]
    [InlineData("System.IO.File('a')", "cannot be read")]
    [InlineData("exit()", "no function 'exit'")]
    [InlineData("x + 1", "only pi and e")]
    public void What_it_cannot_compute_it_refuses_with_a_reason(string expression, string reason)
    {
        var refusal = Assert.Throws<FaultException>(() => Calculation.Of(expression));
        Assert.Contains(reason, refusal.Fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_makes_it_run_for_long()
    {
        Assert.Throws<FaultException>(() => Calculation.Of(new string('(', 1_000)));
        Assert.Throws<FaultException>(() => Calculation.Of(string.Concat(Enumerable.Repeat("2^", 900)) + "2"));
        Assert.Throws<FaultException>(() => Calculation.Of(new string('1', 2_001)));
    }
}
