using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using Middeck.Studio.Moderation;

namespace Middeck.Studio.Tests.Moderation;

public sealed class ModerationCheckTests
{
    private const string Sides = "\"inputs_config\": {\"enabled\": true, \"preset_response\": \"No.\"}";

    [Theory]
    [InlineData("""{"enabled": true}""", ".type")]
    [InlineData("""{"enabled": true, "type": "guess", "config": {}}""", ".type")]
    [InlineData("""{"enabled": "yes"}""", ".enabled")]
    [InlineData("""{"enabled": true, "type": "keywords", "config": {"keywords": "a"}}""", ".config")]
    [InlineData(
        """{"enabled": true, "type": "keywords", "config": {"keywords": "a", "inputs_config": {"enabled": true}}}""",
        ".config.inputs_config.preset_response")]
    [InlineData("""{"enabled": true, "type": "keywords", "config": {SIDES, "keywords": " \n "}}""", ".config.keywords")]
    [InlineData("""{"enabled": true, "type": "keywords", "config": {SIDES, "keywords": ["a"]}}""", ".config.keywords")]
    [InlineData("""{"enabled": true, "type": "pattern", "config": {SIDES, "patterns": "(a"}}""", ".config.patterns")]
    [InlineData("""{"enabled": true, "type": "pattern", "config": {SIDES, "patterns": ["(a)\\1"]}}""", ".config.patterns")]
    [InlineData("""{"enabled": true, "type": "pattern", "config": {SIDES, "patterns": "a(?=b)"}}""", ".config.patterns")]
    [InlineData(
        """{"enabled": true, "type": "pattern", "config": {SIDES, "patterns": "(((a{1000}){1000}){1000}){1000}"}}""",
        ".config.patterns")]
    [InlineData("""{"enabled": true, "type": "api", "config": {SIDES}}""", ".config.api_based_extension_id")]
    [InlineData(
        """{"enabled": true, "type": "api", "config": {SIDES, "api_based_extension": {"url": "https://a", "api_key": "k"}}}""",
        ".config.api_based_extension.api_key")]
    [InlineData("""{"enabled": true, "type": "model", "config": {SIDES, "on_error": "maybe"}}""", ".config.on_error")]
    [InlineData("""{"enabled": true, "type": "model", "config": {SIDES, "model": 5}}""", ".config.model")]
    public void Settings_that_would_not_do_what_they_say_are_refused_by_their_path(string section, string path)
    {
        var refusal = Assert.Throws<FaultException>(() => Check(section.Replace("SIDES", Sides, StringComparison.Ordinal)));
        Assert.Equal($"config.sensitive_word_avoidance{path}", refusal.Fault.Field);
    }

    [Fact]
    public void Lists_have_limits()
    {
        Assert.Throws<FaultException>(() => CheckList("keywords", string.Join('\n', Enumerable.Range(0, 10_001))));
        Assert.Throws<FaultException>(() => CheckList("keywords", new string('a', 201)));
        Assert.Throws<FaultException>(() => CheckList("pattern", string.Join('\n', Enumerable.Repeat("a", 101))));
        Assert.Throws<FaultException>(() => CheckList("pattern", new string('a', 501)));
        CheckList("keywords", string.Join('\n', Enumerable.Range(0, 10_000)));
        CheckList("pattern", string.Join('\n', Enumerable.Repeat(new string('a', 500), 100)));
    }

    [Theory]
    [InlineData("""{"enabled": false, "type": "", "config": {}}""")]
    [InlineData("""{"enabled": false, "type": "guess", "configs": [{"kept": "as it is"}]}""")]
    [InlineData("{}")]
    public void What_is_switched_off_may_have_any_form(string section) => Check(section);

    [Theory]
    [InlineData("BadWord", "this is a badword here", true)]
    [InlineData("badword", "ｂａｄｗｏｒｄ", true)]
    [InlineData("ＢＡＤ", "so bad", true)]
    [InlineData("敏感词", "这里有敏\u200B感词。", true)]
    [InlineData("敏感词", "这里有敏感的词。", false)]
    [InlineData("a b", "a　b", true)]
    [InlineData("bad", "good", false)]
    public void Words_are_found_whatever_their_case_and_width(string word, string text, bool expected)
        => Assert.Equal(expected, KeywordList.Read(Json($"\"{word}\"")).IsIn(text));

    [Fact]
    public void Ten_thousand_words_and_a_long_text_take_no_time_to_speak_of()
    {
        var words = KeywordList.Read(JsonSerializer.SerializeToElement(
            string.Join('\n', Enumerable.Range(0, 10_000).Select(number => $"a{number:D6}b"))));
        var text = string.Concat(Enumerable.Repeat("a00", 130_000));

        // One pass finds all of them; each for itself would be four billion comparisons.
        Assert.False(words.IsIn(text));
        Assert.True(words.IsIn(text + "A009999B"));
    }

    [Fact]
    public void An_expression_that_would_backtrack_for_ever_does_not()
    {
        var patterns = PatternList.Read(JsonSerializer.SerializeToElement((string[])["^(a+)+$", "(a|aa)+c", @"\d{18}"]));

        Assert.False(patterns.IsIn(new string('a', 100_000) + "b"));
        Assert.True(patterns.IsIn("ID 110101199003074514"));
    }

    private static void CheckList(string type, string list)
    {
        var name = type == "pattern" ? "patterns" : type;
        Check($$"""
            {"enabled": true, "type": "{{type}}", "config": { {{Sides}}, "{{name}}": {{JsonSerializer.Serialize(list)}} } }
            """);
    }

    private static void Check(string section)
        => AppConfigCheck.Check(Json($$"""{"sensitive_word_avoidance": {{section}} }"""), 1_000_000);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
