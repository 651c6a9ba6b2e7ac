using Middeck.Workflows.Conditions;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Conditions;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("\"Hello\"", "contains", "\"ell\"", true)]
    [InlineData("\"Hello\"", "contains", "\"hell\"", false)]
    [InlineData("\"\"", "contains", "\"\"", false)]
    [InlineData("null", "not contains", "\"x\"", true)]
    [InlineData("[\"a\",\"b\"]", "contains", "\"b\"", true)]
    [InlineData("[1,2]", "not contains", "\"1\"", true)]
    [InlineData("\"Hello\"", "start with", "\"He\"", true)]
    [InlineData("\"Hello\"", "end with", "\"LO\"", false)]
    [InlineData("\"a\"", "is", "\"a\"", true)]
    [InlineData("\"a\"", "is not", "\"a\"", false)]
    [InlineData("null", "is", "\"\"", false)]
    [InlineData("null", "is not", "\"x\"", false)]
    [InlineData("true", "is", "\"true\"", true)]
    [InlineData("true", "is", "false", false)]
    [InlineData("\"\"", "empty", "\"\"", true)]
    [InlineData("[]", "empty", "\"\"", true)]
    [InlineData("\"x\"", "not empty", "\"\"", true)]
    [InlineData("5", "=", "\"5\"", true)]
    [InlineData("5.0", "=", "\"5\"", true)]
    [InlineData("5.5", ">", "\"5.4\"", true)]
    [InlineData("5", "≠", "\"6\"", true)]
    [InlineData("5", "≥", "5", true)]
    [InlineData("5", "≤", "4", false)]
    [InlineData("5", "<", "5.9", false)]
    [InlineData("null", "=", "\"0\"", false)]
    [InlineData("null", "null", "\"\"", true)]
    [InlineData("0", "not null", "\"\"", true)]
    [InlineData("\"a\"", "in", "[\"a\",\"b\"]", true)]
    [InlineData("\"c\"", "not in", "[\"a\",\"b\"]", true)]
    [InlineData("[\"a\",\"b\",\"c\"]", "all of", "[\"a\",\"c\"]", true)]
    [InlineData("[\"a\"]", "all of", "[\"a\",\"c\"]", false)]
    [InlineData("\"\"", "exists", "\"\"", true)]
    [InlineData("null", "not exists", "\"\"", true)]
    public void Operators_compare(string actual, string comparison, string expected, bool holds)
        => Assert.Equal(holds, Comparison.Holds(comparison, SegmentJson.Parse(actual), SegmentJson.Parse(expected)));

    [Theory]
    [InlineData("1", "=", "\"1.5\"", "invalid literal for int() with base 10: '1.5'")]
    [InlineData("\"1\"", ">", "\"1\"", "Invalid actual value type: number")]
    [InlineData("1", "contains", "\"1\"", "Invalid actual value type: string or array")]
    [InlineData("\"a\"", "in", "\"abc\"", "Invalid expected value type: array")]
    [InlineData("\"a\"", "resembles", "\"b\"", "Unsupported operator: resembles")]
    public void An_operator_that_does_not_fit_its_values_is_an_error(string actual, string comparison, string expected, string error)
    {
        var failure = Assert.Throws<NodeException>(
            () => Comparison.Holds(comparison, SegmentJson.Parse(actual), SegmentJson.Parse(expected)));

        Assert.Equal(error, failure.Message);
    }
}
