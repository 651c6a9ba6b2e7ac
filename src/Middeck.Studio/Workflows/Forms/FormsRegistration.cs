using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Workflows.Forms;

internal static class FormsRegistration
{
    public static void AddFormMails(this IServiceCollection services)
    {
        services.AddSingleton<FormMailStore>();
        services.AddSingleton<FormLetters>();
        services.AddHosted<FormPostman>();
    }
}
