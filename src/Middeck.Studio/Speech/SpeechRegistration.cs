using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Speech;

internal static class SpeechRegistration
{
    public static IServiceCollection AddSpeech(this IServiceCollection services)
    {
        services.AddSingleton<SpeechService>();
        return services;
    }
}
