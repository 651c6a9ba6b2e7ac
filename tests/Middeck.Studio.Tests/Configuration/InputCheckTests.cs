using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

public sealed class InputCheckTests
{
    private static readonly IReadOnlyList<InputField> Form =
    [
        new(InputFieldType.Text, "name", Required: true, MaxLength: 4, [], null),
        new(InputFieldType.Select, "city", Required: false, null, ["北京", "上海"], "北京"),
        new(InputFieldType.Number, "age", Required: false, null, [], null),
        new(InputFieldType.Checkbox, "vip", Required: false, null, [], null),
    ];

    [Theory]
    [InlineData("""{}""", "inputs.name")]
    [InlineData("""{"name": ""}""", "inputs.name")]
    [InlineData("""{"name": null}""", "inputs.name")]
    [InlineData("""{"name": 5}""", "inputs.name")]
    [InlineData("""{"name": "abcde"}""", "inputs.name")]
    [InlineData("""{"name": "a\u0000"}""", "inputs.name")]
    [InlineData("""{"name": "a", "city": "深圳"}""", "inputs.city")]
    [InlineData("""{"name": "a", "age": "old"}""", "inputs.age")]
    [InlineData("""{"name": "a", "vip": "true"}""", "inputs.vip")]
    public void A_wrong_entry_is_named(string inputs, string field)
        => Assert.Equal(
            field, Assert.Throws<FaultException>(() => InputCheck.Check(Form, Parse(inputs))).Fault.Field);

    [Fact]
    public void Defaults_are_filled_in_and_what_is_not_in_the_form_is_left_out()
        => Assert.Equal(
            """{"name":"李","city":"北京","age":"42","vip":false}""",
            InputCheck.Check(Form, Parse("""{"name": "李", "age": "42", "secret": 1}""")).GetRawText());

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
