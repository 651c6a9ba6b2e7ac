using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Studio.Configuration;
using Middeck.Studio.Moderation;

namespace Middeck.Studio.Dify;

/// <summary>Makes the answer of <c>GET /v1/parameters</c>: what an app's configuration says, Dify's defaults for the rest.</summary>
internal static class DifyParameters
{
    public static JsonObject Of(AppConfig config, bool hasAnnotationReply) => new()
    {
        ["opening_statement"] = config.OpeningStatement,
        ["suggested_questions"] = JsonSerializer.SerializeToNode(config.SuggestedQuestions, Json.Snake),
        ["suggested_questions_after_answer"] = Section(config, "suggested_questions_after_answer", """{"enabled": false}"""),
        ["speech_to_text"] = Section(config, "speech_to_text", """{"enabled": false}"""),
        ["text_to_speech"] = Section(
            config, "text_to_speech", """{"enabled": false, "voice": "", "language": "", "autoPlay": "disabled"}"""),
        ["retriever_resource"] = new JsonObject { ["enabled"] = config.ShowCitations },
        // A setting of its own, whatever an imported configuration says.
        ["annotation_reply"] = new JsonObject { ["enabled"] = hasAnnotationReply },
        ["more_like_this"] = Section(config, "more_like_this", """{"enabled": false}"""),
        // Not the rest: it tells how to get around it.
        ["sensitive_word_avoidance"] = new JsonObject { ["enabled"] = ModerationSettings.Read(config) is not null },
        ["user_input_form"] = Section(config, "user_input_form", "[]"),
        // Whatever the configuration says: files are not taken, and clients must know.
        ["file_upload"] = JsonNode.Parse(
            """
            {"image": {"enabled": false, "number_limits": 3, "detail": "high", "transfer_methods": ["remote_url", "local_file"]}}
            """),
        ["system_parameters"] = JsonNode.Parse(
            """
            {"file_size_limit": 15, "image_file_size_limit": 10, "audio_file_size_limit": 50,
             "video_file_size_limit": 100, "workflow_file_upload_limit": 10}
            """),
    };

    private static JsonNode? Section(AppConfig config, string name, string otherwise)
        => JsonNode.Parse(config.Section(name) is { } section ? section.GetRawText() : otherwise);
}
