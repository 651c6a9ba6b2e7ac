using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Core.Errors;
using Middeck.Studio.Agents;
using Middeck.Studio.Apps;
using Middeck.Studio.ExternalData;
using Middeck.Studio.Files;
using Middeck.Studio.Memory;
using Middeck.Studio.Moderation;
using Middeck.Studio.Speech;
using Middeck.Studio.Suggestions;
using Middeck.Studio.Variables;

namespace Middeck.Studio.Configuration;

/// <summary>Refuses a configuration whose values we would use wrongly. What we do not use may have any form.</summary>
internal static partial class AppConfigCheck
{
    private static readonly string[] FieldTypes =
        ["text-input", "paragraph", "select", "number", "checkbox", "external_data_tool", "file", "file-list"];

    /// <summary>Checks types and limits of the configuration of an app of the kind.</summary>
    /// <exception cref="FaultException"><c>apps.invalid_config</c> with the field's path, or <c>apps.config_too_large</c>.</exception>
    public static void Check(JsonElement config, string mode, StudioOptions options)
    {
        if (AppMode.IsGraph(mode))
        {
            CheckFrame(config, options.MaxGraphBytes);
            GraphConfigCheck.Check(new FieldCheck(config, "config"));
        }
        else
        {
            Check(config, options.MaxConfigBytes);
        }
    }

    /// <summary>Checks types and limits where there is no graph.</summary>
    /// <exception cref="FaultException"><c>apps.invalid_config</c> with the field's path, or <c>apps.config_too_large</c>.</exception>
    public static void Check(JsonElement config, int maxBytes)
    {
        CheckFrame(config, maxBytes);
        var root = new FieldCheck(config, "config");
        CheckModel(root.Member("model").Object());
        root.Member("pre_prompt").Text(100_000);
        CheckForm(root.Member("user_input_form").List(100));
        CheckRetrieval(root.Member("dataset_configs").Object());
        root.Member("dataset_query_variable").Text(30);
        CheckFeatures(root);
        ExternalDataTool.Check(root);
        VariableDefinition.Check(root);
        MemorySettings.Check(root);
        AgentSettings.Check(root);
    }

    /// <summary>Checks what an app does besides answering; kinds with a graph have it in <c>features</c>.</summary>
    public static void CheckFeatures(FieldCheck root)
    {
        FileUploadSettings.Check(root.Member("file_upload"));
        root.Member("opening_statement").Text(20_000);
        root.Member("suggested_questions").Texts(50, 2_000);
        root.Member("retriever_resource").Object().Member("enabled").Flag();
        SuggestionSettings.Check(root);
        ModerationCheck.Check(root);
        SpeechToTextSettings.Check(root);
        TextToSpeechSettings.Check(root);
    }

    private static void CheckFrame(JsonElement config, int maxBytes)
    {
        if (config.ValueKind != JsonValueKind.Object)
        {
            throw new FaultException(Fault.Invalid("apps.invalid_config", "config must be an object.", "config"));
        }

        if (Encoding.UTF8.GetByteCount(config.GetRawText()) > maxBytes)
        {
            throw new FaultException(new Fault(
                FaultKind.TooLarge, "apps.config_too_large", $"config may have at most {maxBytes:N0} bytes.", "config"));
        }

        if (!StorableJson.IsStorable(config))
        {
            throw new FaultException(Fault.Invalid(
                "apps.invalid_config", "config holds a character that cannot be kept, such as NUL.", "config"));
        }
    }

    /// <summary>Checks the model of a configuration.</summary>
    public static void CheckModel(FieldCheck model)
    {
        model.Member("provider").Text(200);
        model.Member("name").Text(500);
        var settings = model.Member("completion_params").Object();
        settings.Member("temperature").Number(0, 2);
        settings.Member("top_p").Number(0, 1);
        settings.Member("presence_penalty").Number(-2, 2);
        settings.Member("frequency_penalty").Number(-2, 2);
        settings.Member("max_tokens").WholeNumber(1, 10_000_000);
        settings.Member("stop").Texts(16, 1_000);
    }

    private static void CheckForm(FieldCheck form)
    {
        var variables = new HashSet<string>();
        foreach (var item in form.Items())
        {
            item.Present().Object();
            foreach (var type in FieldTypes.Where(type => item.Member(type).Value is not null))
            {
                CheckField(item.Member(type).Object(), variables);
            }
        }
    }

    private static void CheckField(FieldCheck field, HashSet<string> variables)
    {
        var variable = field.Member("variable").Present().Text(30);
        if (!VariableName().IsMatch(variable.Value.Text()!))
        {
            throw variable.Refuse("must begin with a letter or underscore and hold only letters, digits and underscores");
        }

        if (!variables.Add(variable.Value.Text()!))
        {
            throw variable.Refuse("is used by another field");
        }

        field.Member("label").Text(500);
        field.Member("required").Flag();
        field.Member("max_length").WholeNumber(0, 1_000_000);
        field.Member("options").Texts(500, 1_000);
        field.Member("allowed_file_types").Texts(10, 30);
        field.Member("allowed_file_extensions").Texts(200, 30);
        field.Member("allowed_file_upload_methods").Texts(10, 30);
    }

    private static void CheckRetrieval(FieldCheck retrieval)
    {
        retrieval.Member("top_k").WholeNumber(1, 100);
        retrieval.Member("score_threshold_enabled").Flag();
        retrieval.Member("score_threshold").Number(0, 1);
        retrieval.Member("reranking_enable").Flag();
        foreach (var item in retrieval.Member("datasets").Object().Member("datasets").List(100).Items())
        {
            var dataset = item.Present().Object().Member("dataset").Object();
            dataset.Member("id").Text(500);
            dataset.Member("enabled").Flag();
        }
    }

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]{0,29}$")]
    private static partial Regex VariableName();
}
