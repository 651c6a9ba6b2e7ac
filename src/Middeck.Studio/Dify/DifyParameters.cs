using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;

namespace Middeck.Studio.Dify;

/// <summary>Makes the answer of <c>GET /v1/parameters</c>: what an app's configuration says, Dify's defaults for the rest.</summary>
internal static class DifyParameters
{
    public static JsonObject Of(AppConfig config, StudioOptions options) => new()
    {
        ["opening_statement"] = config.OpeningStatement,
        ["suggested_questions"] = JsonSerializer.SerializeToNode(config.SuggestedQuestions, Json.Snake),
        ["suggested_questions_after_answer"] = Section(config, "suggested_questions_after_answer", """{"enabled": false}"""),
        ["speech_to_text"] = Section(config, "speech_to_text", """{"enabled": false}"""),
        ["text_to_speech"] = Section(
            config, "text_to_speech", """{"enabled": false, "voice": "", "language": "", "autoPlay": "disabled"}"""),
        ["retriever_resource"] = new JsonObject { ["enabled"] = config.ShowCitations },
        ["annotation_reply"] = Section(config, "annotation_reply", """{"enabled": false}"""),
        ["more_like_this"] = Section(config, "more_like_this", """{"enabled": false}"""),
        ["sensitive_word_avoidance"] = new JsonObject { ["enabled"] = false },
        ["user_input_form"] = Section(config, "user_input_form", "[]"),
        ["file_upload"] = FileUpload(config),
        ["system_parameters"] = new JsonObject
        {
            ["file_size_limit"] = Megabytes(options, FileKind.Document),
            ["image_file_size_limit"] = Megabytes(options, FileKind.Image),
            ["audio_file_size_limit"] = Megabytes(options, FileKind.Audio),
            ["video_file_size_limit"] = Megabytes(options, FileKind.Video),
            ["workflow_file_upload_limit"] = 10,
        },
    };

    // What the app takes, in Dify's newer and in its older shape.
    private static JsonObject FileUpload(AppConfig config)
    {
        var section = config.Section("file_upload");
        var settings = FileUploadSettings.Read(section);
        var upload = section is { ValueKind: JsonValueKind.Object } written ? JsonObject.Create(written)! : [];
        upload["image"] = new JsonObject
        {
            ["enabled"] = settings.Enabled && settings.Kinds.Contains(FileKind.Image),
            ["number_limits"] = settings.Limit,
            ["detail"] = settings.Detail ?? "high",
            ["transfer_methods"] = JsonSerializer.SerializeToNode(settings.Methods, Json.Snake),
        };
        return upload;
    }

    private static long Megabytes(StudioOptions options, FileKind kind) => options.MaxBytesOf(kind) / (1024 * 1024);

    private static JsonNode? Section(AppConfig config, string name, string otherwise)
        => JsonNode.Parse(config.Section(name) is { } section ? section.GetRawText() : otherwise);
}
