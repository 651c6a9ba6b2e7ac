using System.Text.RegularExpressions;
using Middeck.Studio.Apps;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Configuration;
using Middeck.Studio.Templates;
using Middeck.Workflows.Graphs;

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

        AppConfigCheck.Check(template.Config, template.Mode, new StudioOptions());
        var config = AppConfig.Read(template.Config, template.Mode);
        Assert.Equal(template.Name, AppText.Name(template.Name));
        Assert.NotEqual("", template.Description);
        if (AppMode.IsGraph(template.Mode))
        {
            AssertRuns(template, config);
            return;
        }

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
                ' ', AppConfig.Read(template.Config, template.Mode).InputForm.Select(field => $"{field.Variable}:{field.Type}"))).Distinct());
            Assert.Equal(2, group.Select(template => template.Config.GetRawText()).Distinct().Count());
            Assert.Single(group.Select(template => string.Join(
                ' ', AppConfig.Read(template.Config, template.Mode).Workflow.Nodes.Select(node => node.Id))).Distinct());
        });
        Assert.True(templates.Count(template => AppMode.IsGraph(template.Mode)) >= 24);
    }

    // Nothing of it is missing where nothing is set up: no model is named, and what is read is written. Titles and labels are there
    // in the template's own language.
    private static void AssertRuns(AppTemplate template, AppConfig config)
    {
        Assert.Empty(GraphShape.Find(template.Mode, config));
        Assert.Empty(GraphReferences.FindDangling(config));
        Assert.Empty(config.Workflow.Nodes.SelectMany(NodeNames.Models));
        Assert.Empty(config.Workflow.Nodes.SelectMany(NodeNames.Tools));
        Assert.DoesNotContain("$[", template.Config.GetRawText(), StringComparison.Ordinal);
        Assert.All(
            config.Workflow.Nodes.Where(node => !NodeTypes.IsContainerStart(node.Type)),
            node => Assert.Equal(template.Language == "zh-CN", node.Title.Any(letter => letter is >= '\u4e00' and <= '\u9fff')));
        if (template.Mode == AppMode.AdvancedChat)
        {
            Assert.NotEqual("", config.OpeningStatement);
            Assert.True(config.SuggestedQuestions.Count >= 3);
        }
    }

    [GeneratedRegex(@"\{\{([a-zA-Z_][a-zA-Z0-9_]*)\}\}")]
    private static partial Regex Placeholder();
}
