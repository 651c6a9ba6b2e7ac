using Middeck.Core.Errors;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>What can go wrong with mails about forms, and with the page that they lead to.</summary>
internal static class FormFaults
{
    public static FaultException NoPublicUrl() => new(Fault.Invalid(
        "workflows.form_mail_no_address",
        "The platform does not know its own address, with which the link would begin: identity.public_url must be configured."));

    public static FaultException MailTooLate() => new(Fault.Invalid(
        "workflows.form_mail_too_late", "The form was answered, or its time was over, before the mail could be sent."));

    public static FaultException NoFiles() => new(Fault.Invalid(
        "workflows.form_no_files", "Files cannot be given on this page. Answer the form in the app or in the console.", "inputs"));
}
