/* For the trial under Wine only, never delivered: Wine 8 lacks Windows 10's bcryptprimitives.dll,
   which libraries written in Rust ask for random numbers. Another part of Wine gives them. */
#include <stddef.h>

#define AT_ONCE 0x10000000

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *place, unsigned long count);

__declspec(dllexport) int ProcessPrng(unsigned char *place, size_t count)
{
    while (count > 0) {
        unsigned long part = count < AT_ONCE ? (unsigned long)count : AT_ONCE;
        if (!SystemFunction036(place, part)) return 0;
        place += part;
        count -= part;
    }
    return 1;
}
