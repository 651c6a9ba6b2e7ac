using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Annotations;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Speech;
using Middeck.Studio.Suggestions;
using Middeck.Studio.Variables;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Dify;

/// <summary>Says the faults of apps and conversations in Dify's codes.</summary>
internal static class DifyAppErrors
{
    public static DifyError Of(Fault fault, int status)
    {
        if (RunFailures.From(fault) is { } failure)
        {
            return new DifyError(failure.Code, failure.Message, failure.Status, null);
        }

        return fault.Code switch
        {
            // Programs that run texts are not told about kinds of apps, unlike those that chat.
            "apps.not_published" or "apps.not_found" or DifyModes.NotCompletion => new DifyError(
                "app_unavailable", "App unavailable, please check your app configurations.", 400, null),
            "conversations.not_found" => new DifyError("not_found", "Conversation Not Exists.", 404, null),
            "messages.not_found" => new DifyError("not_found", "Message Not Exists.", 404, null),
            ConversationFaults.NoEndUser => new DifyError("end_user_not_found", fault.Detail, 404, null),
            VariableFaults.Missing => new DifyError("not_found", "Conversation Variable Not Exists.", 404, null),
            VariableFaults.Unfit => new DifyError("bad_request", fault.Detail, 400, null),
            SuggestionFaults.Disabled => new DifyError("bad_request", "Suggested Questions Is Disabled.", 400, null),
            AnnotationFaults.Missing => new DifyError("not_found", "Annotation Not Exists.", 404, null),
            AnnotationFaults.JobMissing => new DifyError("invalid_param", "The job does not exist.", 400, "job_id"),
            DifyCursorFaults.FirstMessageNotFound => new DifyError("not_found", "First Message Not Exists.", 404, null),
            DifyCursorFaults.LastConversationNotFound => new DifyError("not_found", "Last Conversation Not Exists.", 404, null),
            DifyModes.NotChat => new DifyError("not_chat_app", fault.Detail, 400, null),
            DifyModes.NotWorkflow => new DifyError("not_workflow_app", fault.Detail, 400, null),
            WorkflowFaults.RunMissing => new DifyError("not_found", "Workflow run not found.", 404, null),
            WorkflowFaults.VersionMissing => new DifyError("not_found", "Workflow version not found.", 404, null),
            WorkflowFaults.FormMissing => new DifyError("not_found", "Form not found.", 404, null),
            WorkflowFaults.FormSubmitted => new DifyError("human_input_form_submitted", fault.Detail, 412, null),
            WorkflowFaults.FormExpired => new DifyError("human_input_form_expired", fault.Detail, 412, null),
            "workflows.unknown_action" or "workflows.unknown_form_field" or "workflows.invalid_form_inputs"
                => new DifyError("invalid_form_data", fault.Detail, 400, null),
            ConfirmationFaults.MissingCode => new DifyError("not_found", fault.Detail, 404, null),
            ConfirmationFaults.ClosedCode => new DifyError("confirmation_closed", fault.Detail, 409, null),
            FileFaults.NotUploadedCode => new DifyError("no_file_uploaded", fault.Detail, 400, null),
            FileFaults.TooManyUploadedCode => new DifyError("too_many_files", fault.Detail, 400, null),
            FileFaults.NamelessCode => new DifyError("filename_not_exists_error", fault.Detail, 400, null),
            FileFaults.BlockedCode => new DifyError("file_extension_blocked", fault.Detail, 400, null),
            FileFaults.NotFoundCode => new DifyError("file_not_found", fault.Detail, 404, null),
            FileFaults.DeniedCode => new DifyError("file_access_denied", fault.Detail, 403, null),
            SpeechFaults.HearingOff => new DifyError("speech_to_text_disabled", fault.Detail, 400, null),
            SpeechFaults.SpeakingOff => new DifyError("invalid_param", "TTS is not enabled", 400, null),
            SpeechFaults.NoAudioCode => new DifyError("no_audio_uploaded", "Please upload your audio.", 400, null),
            SpeechFaults.TooLargeCode => new DifyError("audio_too_large", fault.Detail, 413, null),
            SpeechFaults.UnsupportedCode => new DifyError("unsupported_audio_type", fault.Detail, 415, null),
            "files.unsupported_type" => new DifyError("unsupported_file_type", fault.Detail, 415, null),
            _ => DifyErrors.OfKind(fault, status),
        };
    }
}
