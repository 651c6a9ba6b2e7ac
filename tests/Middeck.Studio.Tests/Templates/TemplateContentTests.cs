using System.Text.RegularExpressions;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Templates;

namespace Middeck.Studio.Tests.Templates;

public sealed partial class TemplateContentTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var template in TemplateReader.ReadAll())
            {
                data.Add(template.Id, template.Language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_a_valid_app_whose_placeholders_stand_in_its_form(string id, string language)
    {
        var template = TemplateReader.ReadAll().Single(t => t.Id == id && t.Language == language);

        AppConfigCheck.Check(template.Config, new StudioOptions().MaxConfigBytes);
        var config = AppConfig.Read(template.Config);
        Assert.Equal(template.Name, AppText.Name(template.Name));
        Assert.NotEqual("", template.Description);
        Assert.NotEqual("", config.PrePrompt);
        Assert.Equal(
            config.InputForm.Select(field => field.Variable).Order(),
            Placeholder().Matches(config.PrePrompt + config.OpeningStatement).Select(match => match.Groups[1].Value).Distinct().Order());
        if (template.Mode == AppMode.Chat)
        {
            Assert.NotEqual("", config.OpeningStatement);
            Assert.True(config.SuggestedQuestions.Count >= 3);
        }
    }

    [Fact]
    public void Each_is_there_in_both_languages_and_does_the_same_in_both()
    {
        var templates = TemplateReader.ReadAll();

        Assert.True(templates.Count >= 24);
        Assert.All(templates.GroupBy(template => template.Id), group =>
        {
            Assert.Equal(["en", "zh-CN"], group.Select(template => template.Language).Order());
            Assert.Single(group.Select(template => string.Join(
                ' ', AppConfig.Read(template.Config).InputForm.Select(field => $"{field.Variable}:{field.Type}"))).Distinct());
            Assert.Equal(2, group.Select(template => AppConfig.Read(template.Config).PrePrompt).Distinct().Count());
        });
    }

    [GeneratedRegex(@"\{\{([a-zA-Z_][a-zA-Z0-9_]*)\}\}")]
    private static partial Regex Placeholder();
}
